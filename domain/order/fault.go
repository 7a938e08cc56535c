package order

import "github.com/etal-market/etal/domain/fault"

// Faults of orders.
var (
	// ErrNotFound is returned for an order that does not exist or is not the caller's.
	ErrNotFound = fault.New(fault.NotFound, "ORDER_NOT_FOUND", "There is no such order.")
	// ErrState is returned for a step that the order's state does not allow.
	ErrState = fault.New(fault.Conflict, "ORDER_STATE", "The order's status does not allow this.")
	// ErrPaid is returned when an order is to be cancelled that is paid, or was while it was asked.
	ErrPaid = fault.New(fault.Conflict, "ORDER_PAID", "The order is paid. What is paid is refunded, not cancelled.")
	// ErrTrackingURL is returned for a tracking address that is not https.
	ErrTrackingURL = fault.New(fault.Invalid, "TRACKING_URL_INVALID", "The tracking address must begin with https://.")
	// ErrShipmentEmpty is returned for a parcel that holds nothing.
	ErrShipmentEmpty = fault.New(fault.Invalid, "SHIPMENT_EMPTY", "Say what the parcel holds.")
	// ErrShipmentLine is returned for a line that is not of the order, has left already, or is named twice.
	ErrShipmentLine = fault.New(fault.Invalid, "SHIPMENT_LINE", "This line is not of the order, has left already, or is named twice.")
	// ErrShipmentQuantity is returned for more units than have not left, or for none.
	ErrShipmentQuantity = fault.New(fault.Invalid, "SHIPMENT_QUANTITY", "No more can leave than was bought and has not left yet.")
	// ErrShipmentLimit is returned when a seller order has a hundred parcels already.
	ErrShipmentLimit = fault.New(fault.Conflict, "SHIPMENT_LIMIT", "A seller order leaves in 100 parcels at most.")
	// ErrShipmentNotFound is returned for a shipment that does not exist, was withdrawn, or is not the caller's.
	ErrShipmentNotFound = fault.New(fault.NotFound, "SHIPMENT_NOT_FOUND", "There is no such shipment.")
	// ErrShipmentTold is returned when a shipment can no longer be withdrawn.
	ErrShipmentTold = fault.New(fault.Conflict, "SHIPMENT_TOLD", "The buyer is told of this shipment already.")
	// ErrUndoSeconds is returned for a time of withdrawal that is not 0 to 60 seconds.
	ErrUndoSeconds = fault.New(fault.Invalid, "UNDO_SECONDS_RANGE", "A shipment can be withdrawn for 0 to 60 seconds.")
	// ErrSellerBusy is returned when a seller is to be closed for whom buyers wait.
	ErrSellerBusy = fault.New(fault.Conflict, "SELLER_BUSY", "Buyers wait for orders of this seller. Ship or cancel them first.")
)
