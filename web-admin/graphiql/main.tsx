import "graphiql/style.css";
