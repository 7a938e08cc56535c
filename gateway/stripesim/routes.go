package stripesim

import (
	"net/http"
	"strings"
)

// routes are all paths the simulator knows.
func (s *Simulator) routes() {
	s.mux = http.NewServeMux()
	s.mux.HandleFunc("/", s.notFound)
	s.accountRoutes()
	s.buyerRoutes()
	s.moneyRoutes()
	s.controlRoutes()
	s.pageRoutes()
}

func (s *Simulator) v1(pattern string, o operation) {
	s.route(pattern, "/v1/", o, false, s.api(false, o.run))
}

// v1Public may also be called with a publishable key.
func (s *Simulator) v1Public(pattern string, o operation) {
	s.route(pattern, "/v1/", o, true, s.api(true, o.run))
}

func (s *Simulator) sim(pattern string, o operation) {
	s.route(pattern, "/_sim/", o, false, s.control(o.run))
}

// route serves a path, and puts it into the catalogue.
func (s *Simulator) route(pattern, prefix string, o operation, public bool, serve http.HandlerFunc) {
	whole := at(pattern, prefix)
	s.mux.HandleFunc(whole, serve)
	method, path, _ := strings.Cut(whole, " ")
	s.catalogue = append(s.catalogue, routeView{Method: method, Path: path, Public: public, Params: paramsOf(o.params)})
}

// at puts a prefix between method and path: "GET x" becomes "GET /v1/x".
func at(pattern, prefix string) string {
	for i := range pattern {
		if pattern[i] == ' ' {
			return pattern[:i+1] + prefix + pattern[i+1:]
		}
	}
	return prefix + pattern
}

func (s *Simulator) accountRoutes() {
	s.v1("GET account", with(getAccount))
	s.v1("POST accounts", with(createAccount))
	s.v1("GET accounts", with(listAccounts))
	s.v1("GET accounts/{id}", with(getAccount))
	s.v1("POST accounts/{id}", with(updateAccount))
	s.v1("DELETE accounts/{id}", with(deleteAccount))
	s.v1("POST accounts/{id}/reject", with(rejectAccount))
	s.v1("GET accounts/{id}/capabilities", with(listCapabilities))
	s.v1("GET accounts/{id}/capabilities/{capability}", with(getCapability))
	s.v1("POST accounts/{id}/capabilities/{capability}", with(updateCapability))
	s.v1("GET accounts/{id}/external_accounts", with(listExternal))
	s.v1("POST accounts/{id}/external_accounts", with(createExternal))
	s.v1("GET accounts/{id}/external_accounts/{external}", with(getExternal))
	s.v1("POST accounts/{id}/external_accounts/{external}", with(updateExternal))
	s.v1("DELETE accounts/{id}/external_accounts/{external}", with(deleteExternal))
	s.v1("GET accounts/{id}/persons", with(listPersons))
	s.v1("POST accounts/{id}/persons", with(createPerson))
	s.v1("GET accounts/{id}/persons/{person}", with(getPerson))
	s.v1("POST accounts/{id}/persons/{person}", with(updatePerson))
	s.v1("DELETE accounts/{id}/persons/{person}", with(deletePerson))
	s.v1("POST accounts/{id}/login_links", with(createLogin))
	s.v1("POST account_links", with(createLink))
	s.v1("POST account_sessions", with(createSession))
}

func (s *Simulator) buyerRoutes() {
	s.v1("POST customers", with(createCustomer))
	s.v1("GET customers", with(listCustomers))
	s.v1("GET customers/{id}", with(getCustomer))
	s.v1("POST customers/{id}", with(updateCustomer))
	s.v1("DELETE customers/{id}", with(deleteCustomer))
	s.v1("GET customers/{id}/payment_methods", with(listMethods))
	s.v1Public("POST payment_methods", with(createMethod))
	s.v1("GET payment_methods", with(listMethods))
	s.v1("GET payment_methods/{id}", with(getMethod))
	s.v1("POST payment_methods/{id}", with(updateMethod))
	s.v1("POST payment_methods/{id}/attach", with(attachMethod))
	s.v1("POST payment_methods/{id}/detach", with(detachMethod))
	s.v1("POST ephemeral_keys", with(createEphemeral))
	s.v1("DELETE ephemeral_keys/{id}", with(deleteEphemeral))
	s.v1("POST setup_intents", with(createSetup))
	s.v1("GET setup_intents", with(listSetups))
	s.v1Public("GET setup_intents/{id}", with(getSetup))
	s.v1Public("POST setup_intents/{id}/confirm", with(confirmSetup))
	s.v1("POST setup_intents/{id}/cancel", with(cancelSetup))
	s.v1("POST payment_intents", with(createIntent))
	s.v1("GET payment_intents", with(listIntents))
	s.v1Public("GET payment_intents/{id}", with(getIntent))
	s.v1("POST payment_intents/{id}", with(updateIntent))
	s.v1Public("POST payment_intents/{id}/confirm", with(confirmIntent))
	s.v1("POST payment_intents/{id}/capture", with(captureIntent))
	s.v1("POST payment_intents/{id}/cancel", with(cancelIntent))
	s.v1("GET charges", with(listCharges))
	s.v1("GET charges/{id}", with(getCharge))
	s.v1("POST charges/{id}", with(updateCharge))
	s.v1("GET charges/{id}/refunds", with(listRefunds))
	s.v1("GET disputes", with(listDisputes))
	s.v1("GET disputes/{id}", with(getDispute))
	s.v1("POST disputes/{id}", with(updateDispute))
	s.v1("POST disputes/{id}/close", with(closeDisputeCall))
	s.v1("GET radar/early_fraud_warnings", with(listWarnings))
	s.v1("GET radar/early_fraud_warnings/{id}", with(getWarning))
}

func (s *Simulator) moneyRoutes() {
	s.v1("GET balance", with(getBalance))
	s.v1("GET balance_transactions", with(listTransactions))
	s.v1("GET balance_transactions/{id}", with(getTransaction))
	s.v1("POST transfers", with(createTransfer))
	s.v1("GET transfers", with(listTransfers))
	s.v1("GET transfers/{id}", with(getTransfer))
	s.v1("POST transfers/{id}", with(updateTransfer))
	s.v1("POST transfers/{id}/reversals", with(createReversal))
	s.v1("GET transfers/{id}/reversals", with(listReversals))
	s.v1("GET transfers/{id}/reversals/{reversal}", with(getReversal))
	s.v1("POST transfers/{id}/reversals/{reversal}", with(updateReversal))
	s.v1("POST refunds", with(createRefund))
	s.v1("GET refunds", with(listRefunds))
	s.v1("GET refunds/{id}", with(getRefund))
	s.v1("POST refunds/{id}", with(updateRefund))
	s.v1("POST refunds/{id}/cancel", with(cancelRefund))
	s.v1("POST payouts", with(createPayout))
	s.v1("GET payouts", with(listPayouts))
	s.v1("GET payouts/{id}", with(getPayout))
	s.v1("POST payouts/{id}", with(updatePayout))
	s.v1("POST payouts/{id}/cancel", with(cancelPayout))
	s.v1("POST payouts/{id}/reverse", with(reversePayout))
	s.v1("POST topups", with(createTopup))
	s.v1("GET topups", with(listTopups))
	s.v1("GET topups/{id}", with(getTopup))
	s.v1("POST reporting/report_runs", with(createReport))
	s.v1("GET reporting/report_runs", with(listReports))
	s.v1("GET reporting/report_runs/{id}", with(getReport))
	s.v1("POST files", with(createFile))
	s.v1("GET files", with(listFiles))
	s.v1("GET files/{id}", with(getFile))
	s.v1("GET files/{id}/contents", with(getFileContents))
	s.v1("POST tax/calculations", with(createCalculation))
	s.v1("GET tax/calculations/{id}/line_items", with(listCalculationLines))
	s.v1("POST tax/transactions/create_from_calculation", with(createTaxTransaction))
	s.v1("POST tax/transactions/create_reversal", with(reverseTax))
	s.v1("GET tax/transactions/{id}", with(getTaxTransaction))
	s.v1("GET tax/transactions/{id}/line_items", with(listTaxLines))
	s.v1("GET events", with(listEvents))
	s.v1("GET events/{id}", with(getEvent))
	s.v1("POST webhook_endpoints", with(createHook))
	s.v1("GET webhook_endpoints", with(listHooks))
	s.v1("GET webhook_endpoints/{id}", with(getHook))
	s.v1("POST webhook_endpoints/{id}", with(updateHook))
	s.v1("DELETE webhook_endpoints/{id}", with(deleteHook))
}

func (s *Simulator) controlRoutes() {
	s.sim("GET routes", with(listRoutes))
	s.sim("POST limits", with(setLimits))
	s.sim("POST approval", with(setApproval))
	s.sim("GET clock", with(getClock))
	s.sim("POST clock", with(moveClock))
	s.sim("GET faults", with(listFaults))
	s.sim("POST faults", with(addFault))
	s.sim("DELETE faults", with(clearFaults))
	s.sim("POST webhooks/faults", with(addHookFault))
	s.sim("DELETE webhooks/faults", with(clearHookFaults))
	s.sim("POST events/{id}/resend", with(resendEvent))
	s.sim("POST accounts/{id}/onboard", with(onboardNow))
	s.sim("POST accounts/{id}/requirements", with(requireMore))
	s.sim("POST accounts/{id}/capabilities/{capability}", with(forceCapability))
	s.sim("POST accounts/{id}/deauthorize", with(deauthorize))
	s.sim("POST accounts/{id}/authorize", with(authorize))
	s.sim("POST accounts/{id}/drain", with(drain))
	s.sim("POST accounts/{id}/movements", with(moveNow))
	s.sim("POST accounts/{id}/collect", with(collectNow))
	s.sim("POST payouts/{id}/settle", with(settleNow))
	s.sim("POST payouts/{id}/fail", with(failNow))
	s.sim("POST charges/{id}/settle", with(settleCharge))
	s.sim("POST charges/{id}/fail", with(failCharge))
	s.sim("POST refunds/{id}/fail", with(failRefundNow))
	s.sim("POST refunds/{id}/ask", with(askForAccount))
	s.sim("POST refunds/{id}/answer", with(answerAccount))
	s.sim("POST disputes", with(openDisputeNow))
	s.sim("POST disputes/{id}", with(decideDispute))
	s.sim("POST warnings", with(warnNow))
	s.sim("POST fees", with(chargeFee))
	s.sim("POST conversion", with(setConversion))
	s.sim("GET totals", with(getTotals))
	s.sim("GET dump", with(dump))
	s.sim("POST reset", with(reset))
}

func (s *Simulator) pageRoutes() {
	s.mux.HandleFunc("GET /_sim", s.indexPage)
	s.mux.HandleFunc("GET /_sim/onboarding/{token}", s.onboardingPage)
	s.mux.HandleFunc("POST /_sim/onboarding/{token}", s.onboardingSent)
	s.mux.HandleFunc("GET /_sim/3ds/{intent}", s.securePage)
	s.mux.HandleFunc("POST /_sim/3ds/{intent}/complete", s.secureAnswer(true))
	s.mux.HandleFunc("POST /_sim/3ds/{intent}/fail", s.secureAnswer(false))
	s.mux.HandleFunc("GET /_sim/dashboard/{id}", s.dashboardPage)
	s.mux.HandleFunc("GET /_sim/receipts/{id}", s.receiptPage)
}
