/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Has the link mailed that sets a new password. */
export type AccountPasswordResetStartInput = {
  /** The account. */
  accountId: string;
  /** Why, at most 1,000 characters. */
  reason: string;
};

/** Asks for an account with an address and a password. */
export type AccountRegisterInput = {
  /** What is accepted with it, ids of versions in force: the buyer terms, the privacy notice, the consent to marketing. The answers are the account's once there is one, with the instant of this request. At most 20. */
  acceptTermsVersionIds?: Array<string> | null | undefined;
  /** The e-mail address, at most 254 characters. It is unique; case does not matter. */
  email: string;
  /** The name the person goes by, at most 100 characters. */
  name?: string;
  /** 15 to 128 characters, any of them; easily guessed ones are refused. */
  password: string;
};

/** Lets somebody in again. */
export type AccountReinstateInput = {
  /** The account. */
  accountId: string;
  /** Why, at most 1,000 characters. */
  reason: string;
};

/** What somebody wants to be called. */
export type AccountRenameInput = {
  /** The name, at most 100 characters; not empty. */
  name: string;
};

/** Signs somebody out. */
export type AccountSessionsEndInput = {
  /** The account. */
  accountId: string;
  /** Why, at most 1,000 characters. */
  reason: string;
  /** One session; all when absent. */
  sessionId?: string | null | undefined;
};

/** What is done about somebody's account, and why. */
export type AccountSuspendInput = {
  /** The account. */
  accountId: string;
  /** Why, at most 1,000 characters. */
  reason: string;
};

/** An address to send goods to. */
export type AddressInput = {
  /** City, at most 100 characters. */
  city: string;
  /** ISO 3166-1 alpha-2, such as `FR`. */
  country: string;
  /** Street and number, at most 200 characters. */
  line1: string;
  /** Flat, floor or company, at most 200 characters. */
  line2?: string;
  /** Who receives the goods, at most 120 characters. */
  name: string;
  /** Telephone number for the carrier, at most 40 characters. */
  phone?: string;
  /** Postal code, at most 20 characters. */
  postalCode?: string;
  /** State, province or region, at most 100 characters. */
  region?: string;
};

/** Asks for a key. */
export type ApiKeyCreateInput = {
  /** Addresses and networks that it may be used from, at most 20, such as `192.0.2.7` or `2001:db8::/48`; any when empty. */
  addresses?: Array<string>;
  /** When it ends, at most 365 days from now; 90 days from now when absent. */
  expiresAt?: string | null | undefined;
  /** What people will call it, at most 80 characters. */
  name: string;
  /** What it may do at most: permissions of your own that keys may hold. */
  scopes: Array<Permission>;
};

/** Chooses keys. What is left out does not narrow. */
export type ApiKeyFilter = {
  /** For operators: the keys of this seller; those of the platform when absent. A member may leave it out or name their own. */
  sellerId?: string | null | undefined;
  /** Only those who stand here. */
  status?: ApiKeyStatus | null | undefined;
};

/** Whether keys are for real or for simulated money. */
export type ApiKeyMode =
  /** Real money; tokens begin with `etal_sk_live_`. */
  | 'LIVE'
  /** Simulated money; tokens begin with `etal_sk_test_`. */
  | 'TEST';

/** Names the key to end. */
export type ApiKeyRevokeInput = {
  /** The key. */
  id: string;
};

/** Asks for a new secret of a key. */
export type ApiKeyRotateInput = {
  /** When the new secret ends, at most 365 days from now; 90 days from now when absent. */
  expiresAt?: string | null | undefined;
  /** The key. */
  id: string;
  /** For how many hours the secret before goes on, 0 to 168. */
  overlapHours?: number;
};

/** Where a key is in its life. */
export type ApiKeyStatus =
  /** Works. */
  | 'ACTIVE'
  /** Has come to its end by itself. */
  | 'EXPIRED'
  /** Was ended by somebody. */
  | 'REVOKED';

/** Narrows the audit log. What is left out does not narrow. */
export type AuditEntryFilter = {
  /** Who did it. */
  actorId?: string | null | undefined;
  /** What happened, exactly. */
  kind?: string | null | undefined;
  /** The seller whom it is about. A member may leave it out or name their own. */
  sellerId?: string | null | undefined;
  /** From this instant on. */
  since?: string | null | undefined;
  /** What was changed. */
  subject?: string | null | undefined;
  /**
   * A text in `kind`, `subject`, `before` or `after`, the letters a–z in any case; at most 100 characters. What is encrypted, such as reasons
   * about people, is not searched.
   */
  text?: string | null | undefined;
  /** Before this instant. */
  until?: string | null | undefined;
};

/** Asks for a file of the audit log. */
export type AuditExportCreateInput = {
  /** Which entries; all when left out. */
  filter?: AuditEntryFilter | null | undefined;
  /** The form of the file. */
  format: AuditExportFormat;
  /** Why, at most 500 characters. It goes on record. */
  reason: string;
};

/** The form of a file of the audit log. */
export type AuditExportFormat =
  /** One entry a row, after a row of names. */
  | 'CSV'
  /** One entry a line, as JSON. */
  | 'JSONL';

/** Records that a buyer's credit was paid out by bank. */
export type BuyerCreditPayOutInput = {
  /** How much of it. */
  amount: MoneyInput;
  /** The buyer. */
  buyerId: string;
  /** Names this command, 1 to 255 ASCII characters. */
  idempotencyKey: string;
  /** The reference of the payment, at most 200 characters. */
  reference: string;
};

/** What a buyer pays the platform for an order in a currency. */
export type BuyerFeeInput = {
  /** The rate in basis points, 0 to 10,000, of the goods after discounts. */
  basisPoints?: number;
  /** The most fee. */
  cap?: MoneyInput | null | undefined;
  /** The currency. */
  currencyCode: string;
  /** Added for the order. */
  fixed?: MoneyInput | null | undefined;
  /** The least fee. */
  floor?: MoneyInput | null | undefined;
  /** Added for each line of the order. */
  perLine?: MoneyInput | null | undefined;
  /** What of it is given back when the order is refunded. KEEP_FIXED keeps what is added for the order and its lines. */
  refund?: CommissionRefundPolicy | null | undefined;
};

/** Begins a cart. */
export type CartCreateInput = {
  /** The currency; that of the platform when left out. */
  currencyCode?: string | null | undefined;
};

/** Puts an offer into a cart, on top of what is there of it. */
export type CartLineAddInput = {
  /** The cart. */
  cartId: string;
  /** The offer. */
  offerId: string;
  /** How many to add, 1 to 999. */
  quantity?: number;
};

/** Takes a line out of a cart. */
export type CartLineRemoveInput = {
  /** The cart. */
  cartId: string;
  /** The line. */
  lineId: string;
};

/** Sets the quantity of a line. */
export type CartLineUpdateInput = {
  /** The cart. */
  cartId: string;
  /** The line. */
  lineId: string;
  /** How many, 1 to 999. */
  quantity: number;
};

/** Why a line of a cart cannot be ordered as it stands. */
export type CartProblem =
  /** Less is left in stock than the line asks for. */
  | 'NOT_ENOUGH_STOCK'
  /** Nothing is left in stock. */
  | 'OUT_OF_STOCK'
  /** The line asks for more than may be ordered at once. */
  | 'QUANTITY_TOO_LARGE'
  /** The offer cannot be bought at present. */
  | 'UNAVAILABLE';

/** Whether a cart can still be changed. */
export type CartStatus =
  /** It has become an order. */
  | 'COMPLETED'
  /** It can be changed and completed. */
  | 'OPEN';

/** Orders a cart, all of it or nothing. */
export type CheckoutCompleteInput = {
  /** The terms that are accepted with it, ids of versions in force: the buyer terms, the privacy notice, the consent to marketing. Without the buyer terms among them, or accepted before, the answer is TERMS_REQUIRED; while no version is in force, nothing is needed. At most 20. */
  acceptTermsVersionIds?: Array<string> | null | undefined;
  /** The cart. */
  cartId: string;
  /** Where the confirmation goes, at most 254 characters. An account with an address may leave it out. */
  email?: string | null | undefined;
  /** What the buyer has seen: `total` of the cart's `quote`. When the cart costs something else by now, nothing is ordered (CART_TOTAL_CHANGED), and the key is not used up. Left out, the cart is ordered at whatever it costs; an app that shows a total sends it, above all with `useCredit`, which may pay at once. */
  expectedTotal?: MoneyInput | null | undefined;
  /** Names this command, 1 to 255 printable ASCII characters. The same key with the same input returns the same order, however often it is sent; with other input it is refused. */
  idempotencyKey: string;
  /** Where the goods go. */
  shippingAddress: AddressInput;
  /** Whether your credit pays as far as it goes. When it pays for all, the order is paid at once; else it pays so much that a card can be charged the rest. An order that is not paid in time gives it back. */
  useCredit?: boolean | null | undefined;
};

/** What a rule adds in a currency, and how it is bounded. None is negative. */
export type CommissionAmountsInput = {
  /** The most commission of a line. */
  cap?: MoneyInput | null | undefined;
  /** The currency. */
  currencyCode: string;
  /** The least commission of a line. */
  floor?: MoneyInput | null | undefined;
  /** Added for the line. */
  perLine?: MoneyInput | null | undefined;
  /** Added once for a seller order. */
  perOrder?: MoneyInput | null | undefined;
  /** Added for each piece. */
  perUnit?: MoneyInput | null | undefined;
};

/** What a rate is of. */
export type CommissionBaseInput = {
  /** Before the seller's discounts instead of after them. */
  beforeDiscount?: boolean;
  /** With shipping by the seller. */
  withShipping?: boolean;
  /** With the taxes that the seller remits. */
  withTax?: boolean;
};

/** What a line has to be. Of each list one has to fit; an empty list fits all. */
export type CommissionConditionInput = {
  /** The brands, at most 500. */
  brands?: Array<string>;
  /** The conditions of the offer, at most 500. */
  conditions?: Array<string>;
  /** Where the goods are sent, ISO 3166-1 alpha-2. */
  countries?: Array<string>;
  /** The currencies. */
  currencyCodes?: Array<string>;
  /** The plans that the seller is on when the order is placed, at most 500. */
  planIds?: Array<string>;
  /** What the price of one is below. Fits no line in another currency. */
  priceBelow?: MoneyInput | null | undefined;
  /** The least price of one. Fits no line in another currency. */
  priceFrom?: MoneyInput | null | undefined;
  /** The products, at most 500. */
  productIds?: Array<string>;
  /** The product types with all that is below them, at most 500. */
  productTypes?: Array<string>;
  /** The sellers, at most 500. */
  sellerIds?: Array<string>;
};

/** What a document about commission is. */
export type CommissionDocumentKind =
  /** It gives commission back. */
  | 'CREDIT_NOTE'
  /** It asks for the commission of a month. */
  | 'INVOICE';

/** Asks for a file of a commission invoice or a credit note. */
export type CommissionInvoiceExportCreateInput = {
  /** The invoice or credit note. */
  documentId: string;
  /** The form. */
  format?: StatementFileFormat;
};

/** By what tiers are chosen. */
export type CommissionMeasure =
  /** The base of the line. */
  | 'LINE_VALUE'
  /** What the seller has sold before the order, after their discounts. */
  | 'SELLER_VOLUME';

/** What a step of a reckoning does. */
export type CommissionOperation =
  /** Makes the base; the commission begins at zero. */
  | 'BASE'
  /** Cuts it down to the most there is. */
  | 'CAP'
  /** Raises it to the least there is. */
  | 'FLOOR'
  /** Begins with the price of the goods. */
  | 'GOODS'
  /** Cuts it down to what the line brings: a seller never owes for a sale. */
  | 'LIMIT'
  /** Adds an amount for the line. */
  | 'PER_LINE'
  /** Adds an amount for the seller order. */
  | 'PER_ORDER'
  /** Adds an amount for each piece. */
  | 'PER_UNIT'
  /** Adds a rate of the base, or of a slice of it, rounded half away from zero. */
  | 'RATE'
  /** Makes the commission. */
  | 'RESULT'
  /** Takes off what the seller took off. */
  | 'SELLER_DISCOUNT'
  /** Adds shipping by the seller. */
  | 'SHIPPING'
  /** Takes off tax that is in the price. */
  | 'TAX_INCLUDED'
  /** Adds tax on top that the seller remits. */
  | 'TAX_ON_TOP'
  /** Is the VAT on it. */
  | 'VAT';

/** What of a commission is given back when a line is refunded. */
export type CommissionRefundPolicy =
  /** Nothing. */
  | 'KEEP_ALL'
  /** All but the fixed amounts. */
  | 'KEEP_FIXED'
  /** All of it, in proportion to what is refunded. */
  | 'RETURN_ALL';

/** A rule of a ruleset. */
export type CommissionRuleInput = {
  /** What is added and how it is bounded, at most one for each currency. */
  amounts?: Array<CommissionAmountsInput>;
  /** What the rate is of; the goods after the seller's discounts, without tax and shipping, when left out. */
  base?: CommissionBaseInput | null | undefined;
  /** The rate of the base in basis points, 0 to 10,000. */
  basisPoints?: number;
  /** What people call it, at most 120 characters. */
  name: string;
  /** What is given back when a line is refunded; RETURN_ALL when left out. */
  refund?: CommissionRefundPolicy | null | undefined;
  /** Rates that replace it from amounts on. */
  tiers?: CommissionTiersInput | null | undefined;
  /** The VAT that the platform adds to the commission, in basis points, 0 to 10,000. */
  vatBasisPoints?: number | null | undefined;
  /** What a line has to be; anything when left out. */
  when?: CommissionConditionInput | null | undefined;
};

/** Gives up a draft, or a version that is not in force yet. */
export type CommissionRulesetCancelInput = {
  /** The ruleset. */
  rulesetId: string;
};

/** Proposes to publish a draft. */
export type CommissionRulesetPublishInput = {
  /** From when on it is in force: in the future, also when it is approved. */
  effectiveFrom: string;
  /** Why, for whoever approves it; at most 1,000 characters. */
  reason: string;
  /** The draft. */
  rulesetId: string;
};

/** Makes a draft, or replaces all of one. */
export type CommissionRulesetSaveInput = {
  /** What buyers pay on top, at most one for each currency. */
  buyerFees?: Array<BuyerFeeInput>;
  /** The draft to replace; a new one when left out. */
  id?: string | null | undefined;
  /** What it is for, at most 1,000 characters. */
  note?: string | null | undefined;
  /** The revision that you saw. When it is another by now, the answer is COMMISSION_RULESET_REVISION; without it, the draft is replaced whatever it is now. */
  revision?: number | null | undefined;
  /** The rules in the order in which they are tried, 1 to 200. A line that none fits is free. */
  rules: Array<CommissionRuleInput>;
};

/** Where a commission ruleset stands. */
export type CommissionRulesetStatus =
  /** It was given up before it was in force. */
  | 'CANCELLED'
  /** It can be changed, simulated and proposed for publication. */
  | 'DRAFT'
  /** It is in force, was, or will be. */
  | 'PUBLISHED';

/** Asks what a ruleset would have made of past orders. */
export type CommissionSimulateInput = {
  /** Before when they were paid; at most 366 days later. */
  paidBefore: string;
  /** From when on the orders were paid. */
  paidFrom: string;
  /** The ruleset. */
  rulesetId: string;
};

/** Whether a simulation goes on. */
export type CommissionSimulationStatus =
  /** It is done. */
  | 'DONE'
  /** It goes on; ask again. */
  | 'RUNNING';

/** A rate from an amount on. */
export type CommissionTierInput = {
  /** The rate in basis points, 0 to 10,000. */
  basisPoints: number;
  /** From where it holds. */
  from: MoneyInput;
};

/** Rates from amounts on. */
export type CommissionTiersInput = {
  /** By what they are chosen. */
  by: CommissionMeasure;
  /** How many days SELLER_VOLUME looks back, 1 to 366; 30 when left out. */
  days?: number | null | undefined;
  /** Whether each slice is charged at its own rate; else all is charged at one. */
  isMarginal?: boolean;
  /** The tiers, rising in each currency, 1 to 50. */
  tiers: Array<CommissionTierInput>;
};

/** Takes a consent back. */
export type ConsentWithdrawInput = {
  /** Which consent. */
  kind?: TermsKind;
};

/** Accepts a dispute. */
export type DisputeAcceptInput = {
  /** The dispute. */
  disputeId: string;
};

/** What a bank is told. */
export type DisputeAnswer =
  /** That the buyer is right. */
  | 'ACCEPT'
  /** Why it is wrong. */
  | 'EVIDENCE'
  /** Nothing yet. */
  | 'NONE';

/** Where an answer stands. */
export type DisputeAnswerStatus =
  /** Stripe has it. */
  | 'DONE'
  /** None was given. */
  | 'NONE'
  /** It is written down. */
  | 'PLANNED'
  /** Stripe has refused it; it can be given again. */
  | 'REFUSED'
  /** Stripe is being told. */
  | 'SENDING'
  /** Stripe's reply was lost; it is looked up. */
  | 'UNKNOWN';

/** Changes what your seller has to say; what is left out stays as it is. */
export type DisputeEvidenceSaveInput = {
  /** The dispute. */
  disputeId: string;
  /** What was bought. */
  productDescription?: string | null | undefined;
  /** What the buyer was told about refunds. */
  refundPolicy?: string | null | undefined;
  /** Why the buyer was not given the money back. */
  refundRefusal?: string | null | undefined;
  /** Who has carried it. */
  shippingCarrier?: string | null | undefined;
  /** When it was sent. */
  shippingDate?: string | null | undefined;
  /** What there is to say besides. */
  statement?: string | null | undefined;
  /** The number to follow it by. */
  trackingNumber?: string | null | undefined;
};

/** Sends the evidence of all sellers who have not accepted; a text that is given replaces theirs. */
export type DisputeEvidenceSubmitInput = {
  /** The dispute. */
  disputeId: string;
  /** The files that are sent, one for each field. All when it is left out: where the platform has a file of a field, it stands for those of sellers. */
  fileIds?: Array<string> | null | undefined;
  /** What was bought. */
  productDescription?: string | null | undefined;
  /** What the buyer was told about refunds. */
  refundPolicy?: string | null | undefined;
  /** Why the buyer was not given the money back. */
  refundRefusal?: string | null | undefined;
  /** Who has carried it. */
  shippingCarrier?: string | null | undefined;
  /** When it was sent. */
  shippingDate?: string | null | undefined;
  /** What there is to say besides. */
  statement?: string | null | undefined;
  /** The number to follow it by. */
  trackingNumber?: string | null | undefined;
};

/** Puts a file that was sent into a field of evidence. */
export type DisputeFileAddInput = {
  /** The dispute. */
  disputeId: string;
  /** What it shows. */
  field: DisputeFileField;
  /** An upload of `disputeFileUpload` whose bytes have been sent. */
  uploadId: string;
};

/** What a file of evidence shows. The bank takes one file of each. */
export type DisputeFileField =
  /** What the buyer has written, or was written. */
  | 'BUYER_COMMUNICATION'
  /** Something that the buyer has signed. */
  | 'BUYER_SIGNATURE'
  /** The policy about cancelling, as the buyer saw it. */
  | 'CANCELLATION_POLICY'
  /** Documents about the other payment, of which the buyer says that this one repeats it. */
  | 'DUPLICATE_CHARGE_DOCUMENTATION'
  /** Anything else. */
  | 'OTHER'
  /** What the buyer was sent about the payment. */
  | 'RECEIPT'
  /** The policy about refunds, as the buyer saw it. */
  | 'REFUND_POLICY'
  /** That a service was rendered. */
  | 'SERVICE_DOCUMENTATION'
  /** That the goods were sent to the address of the order, such as a label or a proof of delivery. */
  | 'SHIPPING_DOCUMENTATION';

/** Takes a file out of the evidence. */
export type DisputeFileRemoveInput = {
  /** The file. */
  fileId: string;
};

/** Announces a file of evidence. */
export type DisputeFileUploadInput = {
  /** The size in bytes, 1 to 4,718,592. */
  byteSize: number;
  /** The dispute. */
  disputeId: string;
  /** The name of the file, at most 255 characters. */
  filename: string;
};

/** The share of one part of an order. */
export type DisputeShareInput = {
  /** Its share, at most what is left of it after refunds. */
  amount: MoneyInput;
  /** The part. */
  sellerOrderId: string;
};

/** Says whose share of a dispute is what. */
export type DisputeSharesSetInput = {
  /** The dispute. */
  disputeId: string;
  /** What the platform bears; all together must be the disputed amount. */
  platform?: MoneyInput | null | undefined;
  /** The shares of parts of the order; a part that is left out has none. */
  shares: Array<DisputeShareInput>;
};

/** Where a dispute stands. */
export type DisputeStatus =
  /** An inquiry that led to nothing. */
  | 'CLOSED'
  /** The bank asks, and has taken nothing. */
  | 'INQUIRY'
  /** The money is gone. */
  | 'LOST'
  /** The bank has taken the money. */
  | 'OPEN'
  /** The money came back. */
  | 'WON';

/** Submits one of the two links of a change of address. */
export type EmailChangeConfirmInput = {
  /** The part of the mailed link that follows the `#`. */
  token: string;
};

/** Asks for another address. */
export type EmailChangeInput = {
  /** The new address, at most 254 characters. */
  email: string;
  /** The password of the account. */
  password: string;
};

/** Asks for the mail with the link once more. */
export type EmailVerificationSendInput = {
  /** The address that waits to be confirmed. */
  email: string;
};

/** Confirms an address. */
export type EmailVerifyInput = {
  /** The part of the mailed link that follows the `#`. */
  token: string;
};

/** Narrows the list of requests to be erased. What is left out does not narrow. */
export type ErasureFilter = {
  /** Whom they are about. */
  accountId?: string | null | undefined;
  /** Where they stand. */
  status?: ErasureStatus | null | undefined;
};

/** What is in the way of erasing somebody. */
export type ErasureHindrance =
  /** A seller of theirs has to give money back. */
  | 'OPEN_DEBT'
  /** The buyer's bank disputes a payment. */
  | 'OPEN_DISPUTE'
  /** An order is not paid, not shipped, or its money is still held back. */
  | 'OPEN_ORDER'
  /** Money was promised back to the buyer and has not arrived, or has failed to. */
  | 'OPEN_REFUND'
  /** The person is an operator, a role that has to be taken away first. */
  | 'OPERATOR'
  /** The person owns a seller, which has to be given to somebody else or closed. */
  | 'SELLER_OWNER'
  /** A seller of the person is still owed money. */
  | 'UNPAID_BALANCE'
  /** The platform owes the buyer credit, which can be spent, be paid out, or be given up by `isCreditForfeited`. */
  | 'UNSPENT_CREDIT';

/** Proposes that somebody is erased. */
export type ErasureProposeInput = {
  /** Whom. */
  accountId: string;
  /** The person has said that they give up what is left of their credit, so that `UNSPENT_CREDIT` is not in the way. */
  isCreditForfeited?: boolean | null | undefined;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
};

/** Asks to be erased. */
export type ErasureRequestInput = {
  /**
   * You give up what is left of your credit when it is carried out, so that `UNSPENT_CREDIT` is not in the way. Else it has to be spent or
   * paid out before.
   */
  isCreditForfeited?: boolean | null | undefined;
  /** The present password. */
  password: string;
};

/** Where a request to be erased stands. */
export type ErasureStatus =
  /** It was carried out. */
  | 'DONE'
  /** It is due, something is in the way, and it is looked at again each day. It can be withdrawn. */
  | 'POSTPONED'
  /** It waits until it is due, and can be withdrawn. */
  | 'REQUESTED'
  /** It is being carried out. */
  | 'RUNNING'
  /** It was taken back. */
  | 'WITHDRAWN';

/**
 * The stable name of an error that a person can correct. Codes are added over time:
 * treat one you do not know by its message.
 */
export type ErrorCode =
  /** There is no such account. */
  | 'ACCOUNT_NOT_FOUND'
  /** This account is not suspended. */
  | 'ACCOUNT_NOT_SUSPENDED'
  /** This is the account of an operator. Remove the operator first. */
  | 'ACCOUNT_OF_OPERATOR'
  /** This account is suspended. */
  | 'ACCOUNT_SUSPENDED'
  /** You are signed in already. Sign out first. */
  | 'ALREADY_REGISTERED'
  /** This is not an amount of this currency. */
  | 'AMOUNT_INVALID'
  /** This amount is too small or too large. */
  | 'AMOUNT_OUT_OF_RANGE'
  /** This is no address and no network, such as 192.0.2.7 or 2001:db8::/48. */
  | 'API_KEY_ADDRESS'
  /** Name at most 20 networks. */
  | 'API_KEY_ADDRESSES'
  /** This API key has ended. Make a new one. */
  | 'API_KEY_ENDED'
  /** An API key ends in the future, within 365 days. */
  | 'API_KEY_EXPIRY'
  /** An API key acts for whom it was made and for nobody else. Leave the header Etal-Act-As out. */
  | 'API_KEY_HAT'
  /** This API key does not work: it is wrong, has ended, or may not be used from here. */
  | 'API_KEY_INVALID'
  /** At most 50 API keys work at a time. Revoke one that is not needed. */
  | 'API_KEY_LIMIT'
  /** An API key belongs in the header Authorization and nowhere else. Revoke this one: others may have read it. */
  | 'API_KEY_MISPLACED'
  /** Only a person who is signed in may do this, and no API key. */
  | 'API_KEY_NEEDS_PERSON'
  /** There is no such API key. */
  | 'API_KEY_NOT_FOUND'
  /** Only the members of this seller can rotate its API keys. You can revoke it. */
  | 'API_KEY_OTHERS'
  /** The former secret may go on for 0 to 168 hours. */
  | 'API_KEY_OVERLAP'
  /** Two secrets of this API key work already. Wait until the older has ended, or let both end now with an overlap of 0 hours. */
  | 'API_KEY_ROTATING'
  /** You may not give this permission to an API key. */
  | 'API_KEY_SCOPE'
  /** Say what the API key may do. */
  | 'API_KEY_SCOPES_REQUIRED'
  /** This API key may do more than you. Make a new one, or let somebody else rotate it. */
  | 'API_KEY_SCOPE_BEYOND'
  /** This is not a whole number of 64 bits, as text. */
  | 'BIG_INT_INVALID'
  /** This cart has already been ordered. */
  | 'CART_COMPLETED'
  /** The cart is empty. */
  | 'CART_EMPTY'
  /** A cart has at most 100 lines. */
  | 'CART_FULL'
  /** The cart has no such line. */
  | 'CART_LINE_NOT_FOUND'
  /** There is no such cart. */
  | 'CART_NOT_FOUND'
  /** The quantity must be between 1 and what may be ordered at once. */
  | 'CART_QUANTITY_INVALID'
  /** The total of the cart has changed. Look at it once more before you order it. */
  | 'CART_TOTAL_CHANGED'
  /** The file lacks this column. */
  | 'COLUMN_MISSING'
  /** The file has this column twice. */
  | 'COLUMN_TWICE'
  /** A version begins in the future, and at another instant than every other version. */
  | 'COMMISSION_DATE'
  /** There is no such document. */
  | 'COMMISSION_DOCUMENT_NOT_FOUND'
  /** This number is too small or too large. */
  | 'COMMISSION_NUMBER'
  /** Tiers must rise, a floor must not exceed its cap, and each currency is given once. */
  | 'COMMISSION_ORDER'
  /** The period must begin before it ends and last 366 days at most. */
  | 'COMMISSION_PERIOD'
  /** There is no such ruleset. */
  | 'COMMISSION_RULESET_NOT_FOUND'
  /** This draft has changed since you opened it. Look at it again. */
  | 'COMMISSION_RULESET_REVISION'
  /** The ruleset's status does not allow this. */
  | 'COMMISSION_RULESET_STATE'
  /** There is no such simulation. */
  | 'COMMISSION_SIMULATION_NOT_FOUND'
  /** The former price must be above the price and in the same currency. */
  | 'COMPARE_AT_INVALID'
  /** Only text/csv can be imported. */
  | 'CONTENT_TYPE'
  /** This is not an ISO 3166-1 country code of two letters. */
  | 'COUNTRY_UNKNOWN'
  /** Sellers in this country cannot be paid from here. */
  | 'COUNTRY_UNPAID'
  /** The address or the password is wrong. */
  | 'CREDENTIALS_INVALID'
  /** The buyer does not have so much credit. */
  | 'CREDIT_TOO_LITTLE'
  /** The platform does not sell in this currency. */
  | 'CURRENCY_NOT_SOLD'
  /** Prices can be compared in one currency only: give filter.currencyCode. */
  | 'CURRENCY_REQUIRED'
  /** This is not an ISO 4217 currency code. */
  | 'CURRENCY_UNKNOWN'
  /** This cursor is not one of this list. */
  | 'CURSOR_INVALID'
  /** This is not a day as in 2026-11-25. */
  | 'DATE_INVALID'
  /** This is not an instant as RFC 3339 writes it. */
  | 'DATE_TIME_INVALID'
  /** This seller has not consented to debits. An owner of the seller can consent in the web admin under Balance and payouts, or by sellerDebitConsentSet. Until then the debt is taken from what is released later, or given up. */
  | 'DEBIT_CONSENT_MISSING'
  /** This is not the present text. Read it again. */
  | 'DEBIT_TEXT_CHANGED'
  /** Another amount of this debt is open now. Propose it anew. */
  | 'DEBT_CHANGED'
  /** There is no such debt. */
  | 'DEBT_NOT_FOUND'
  /** Nothing of this debt is open, or its money is being collected. */
  | 'DEBT_STATE'
  /** This cannot be booked to that account. */
  | 'DIFFERENCE_ACCOUNT'
  /** This difference is another one now. Propose it anew. */
  | 'DIFFERENCE_CHANGED'
  /** The other difference must be a journal without a movement, of the same account, currency and amount. */
  | 'DIFFERENCE_LINK'
  /** There is no such difference. */
  | 'DIFFERENCE_NOT_FOUND'
  /** This difference cannot be resolved in this way as it stands now. */
  | 'DIFFERENCE_STATE'
  /** News may still explain this movement. It is put into suspense by itself, and can be booked then. */
  | 'DIFFERENCE_WAITS'
  /** This share was accepted already. */
  | 'DISPUTE_ACCEPTED'
  /** The bank was answered already. That can be done once. */
  | 'DISPUTE_ANSWERED'
  /** The bank has decided about this dispute. */
  | 'DISPUTE_CLOSED'
  /** The evidence is longer than the bank reads: 20,000 characters a text. */
  | 'DISPUTE_EVIDENCE_LONG'
  /** Two sellers have sent a file of the same kind, and the bank takes one. Choose which one is sent. */
  | 'DISPUTE_FILES_CLASH'
  /** All files of an answer together have at most 4.5 MB and 50 pages. */
  | 'DISPUTE_FILES_LARGE'
  /** This is not a kind of document that a bank takes. */
  | 'DISPUTE_FILE_FIELD'
  /** There is no such file of evidence. */
  | 'DISPUTE_FILE_NOT_FOUND'
  /** There is no such dispute. */
  | 'DISPUTE_NOT_FOUND'
  /** The shares must be of the parts of this order, and sum up to the disputed amount. */
  | 'DISPUTE_SHARES'
  /** This is more than is left of the seller's part. */
  | 'DISPUTE_SHARE_TOO_MUCH'
  /** The bank does not take evidence any more. */
  | 'DISPUTE_TOO_LATE'
  /** No document has this id. Register it with the server, or send its text. */
  | 'DOCUMENT_UNKNOWN'
  /** Only registered documents run here. Send the documentId of one, or use an API key. */
  | 'DOCUMENT_UNTRUSTED'
  /** This is not an e-mail address. */
  | 'EMAIL_INVALID'
  /** Give an e-mail address for the confirmation. */
  | 'EMAIL_REQUIRED'
  /** Somebody has registered with this address. Sign in instead. */
  | 'EMAIL_TAKEN'
  /** Confirm your e-mail address first. */
  | 'EMAIL_UNVERIFIED'
  /** There is no such request. */
  | 'ERASURE_NOT_FOUND'
  /** It was asked for already. */
  | 'ERASURE_REQUESTED'
  /** The request cannot be withdrawn any more. */
  | 'ERASURE_STATE'
  /** This file is being fetched at the moment. Try again in some minutes. */
  | 'EXPORT_BUSY'
  /** There is no such file, or it cannot be fetched any more. */
  | 'EXPORT_NOT_FOUND'
  /** Choose one list. */
  | 'EXPORT_ONE_LIST'
  /** Several files are being made for you already. Wait for them. */
  | 'EXPORT_TOO_MANY'
  /** This code is wrong or was used already. Take the next one that your app shows. */
  | 'FACTOR_CODE_INVALID'
  /** This took too long. Set up the app from the start. */
  | 'FACTOR_ENROLMENT_OVER'
  /** You have an authenticator app already. Remove it first. */
  | 'FACTOR_EXISTS'
  /** Your authenticator app was locked after too many wrong codes. Use a recovery code, a passkey, or the link that was mailed to you. */
  | 'FACTOR_FROZEN'
  /** There is no such kind of factor. */
  | 'FACTOR_METHOD_UNKNOWN'
  /** You have not set up a second factor. */
  | 'FACTOR_NONE'
  /** You are signed in already. */
  | 'FACTOR_NOT_PENDING'
  /** Show your second factor first. */
  | 'FACTOR_PENDING'
  /** Set up a second factor first: your role demands one. */
  | 'FACTOR_REQUIRED'
  /** There is no reset that waits. */
  | 'FACTOR_RESET_NOT_FOUND'
  /** A reset of these factors is on its way already. */
  | 'FACTOR_RESET_OPEN'
  /** Nobody decides about a reset of their own factors. */
  | 'FACTOR_RESET_SELF'
  /** Too many wrong codes. Wait a while and try again. */
  | 'FACTOR_THROTTLED'
  /** This file is damaged or incomplete. */
  | 'FILE_BROKEN'
  /** A file of evidence has between 1 byte and 4.5 MB. */
  | 'FILE_EVIDENCE_LARGE'
  /** Only PDF, JPEG and PNG files can be sent to a bank. */
  | 'FILE_EVIDENCE_TYPE'
  /** An image has at most 12,000 pixels on a side and 40 million in all. */
  | 'FILE_IMAGE_DIMENSIONS'
  /** An image has between 1 byte and 10 MB. */
  | 'FILE_IMAGE_LARGE'
  /** This image takes too much memory to be read. Save it with fewer pixels, 8 bits for each colour, and neither progressive nor interlaced. */
  | 'FILE_IMAGE_MEMORY'
  /** Only JPEG, PNG, WebP and GIF images can be shown. */
  | 'FILE_IMAGE_TYPE'
  /** This is not a CSV file in UTF-8 with a line of column names. */
  | 'FILE_INVALID'
  /** This PDF is protected by a password, and a bank could not read it. */
  | 'FILE_LOCKED'
  /** There is no such file. */
  | 'FILE_NOT_FOUND'
  /** The file of this upload has not been sent. */
  | 'FILE_NOT_SENT'
  /** A bank reads at most 50 pages. */
  | 'FILE_PAGES'
  /** The file does not have the size that was announced. */
  | 'FILE_SIZE'
  /** The file of this upload is in use already. Announce another one. */
  | 'FILE_TAKEN'
  /** Too many files were announced and are not in use. Those of yesterday are forgotten by themselves. */
  | 'FILE_UPLOADS_MANY'
  /** There is no such upload, or it has expired. */
  | 'FILE_UPLOAD_NOT_FOUND'
  /** Your role does not allow this. */
  | 'FORBIDDEN'
  /** There is no such warning of fraud. */
  | 'FRAUD_WARNING_NOT_FOUND'
  /** This payment was disputed or given back already, or the warning was set aside. */
  | 'FRAUD_WARNING_SETTLED'
  /** Gift cards are not products and are not imported. */
  | 'GIFT_CARD'
  /** Rows of one product must stand together; this handle occurred before. */
  | 'HANDLE_SCATTERED'
  /** You have another product with this handle. */
  | 'HANDLE_TAKEN'
  /** An idempotency key has 1 to 255 printable ASCII characters. */
  | 'IDEMPOTENCY_KEY_INVALID'
  /** This idempotency key has already been used with other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** There is no such import. */
  | 'IMPORT_NOT_FOUND'
  /** This file is being imported already. Wait for it. */
  | 'IMPORT_RUNNING'
  /** Several files are being imported for you already. Wait for them. */
  | 'IMPORT_TOO_MANY'
  /** This is not a whole number of 32 bits. */
  | 'INT_INVALID'
  /** Sign in with the address that the invitation was sent to, and confirm it first. */
  | 'INVITATION_ADDRESS'
  /** This invitation has ended. */
  | 'INVITATION_ENDED'
  /** This address was invited already. Send that invitation again. */
  | 'INVITATION_EXISTS'
  /** This invitation has ended, or a newer mail has replaced this link. */
  | 'INVITATION_INVALID'
  /** There is no such invitation. */
  | 'INVITATION_NOT_FOUND'
  /** This address has got enough mail for today. */
  | 'INVITATION_THROTTLED'
  /** There is no such parked job. Somebody else may have retried it. */
  | 'JOB_NOT_PARKED'
  /** There is no such journal. */
  | 'JOURNAL_NOT_FOUND'
  /** This is not the tag of a language, such as en or pt-BR. */
  | 'LANGUAGE_INVALID'
  /** This span ends before it begins. */
  | 'LEDGER_SPAN'
  /** This link has expired, was used, or was replaced by a newer one. Ask for another. */
  | 'LINK_INVALID'
  /** Too many requests for mail. Wait a while and try again. */
  | 'MAIL_THROTTLED'
  /** That is more than is released to this seller and not transferred. */
  | 'MANUAL_PAYOUT_TOO_MUCH'
  /** There is no such note. */
  | 'NOTE_NOT_FOUND'
  /** Somebody else has written this note. */
  | 'NOTE_OTHERS'
  /** Name a seller or an order that exists. */
  | 'NOTE_SUBJECT'
  /** This note has changed since you opened it. Look at it again. */
  | 'NOTE_VERSION'
  /** Name at most 100 notifications. */
  | 'NOTIFICATIONS_TOO_MANY'
  /** This mail cannot be switched off. */
  | 'NOTIFICATION_MAIL_NEEDED'
  /** Sign in first. */
  | 'NOTIFICATION_NOBODY'
  /** There is no such notification. */
  | 'NOTIFICATION_NOT_FOUND'
  /** You have no address and password yet. Register first. */
  | 'NOT_REGISTERED'
  /** Nothing of this movement is in suspense any more. */
  | 'NOT_SUSPENDED'
  /** This is not a number that is allowed here. */
  | 'NUMBER_INVALID'
  /** There is no such offer. */
  | 'OFFER_NOT_FOUND'
  /** You already offer this variant in this condition. */
  | 'OFFER_TAKEN'
  /** This offer cannot be bought at present. */
  | 'OFFER_UNAVAILABLE'
  /** This offer has changed since you saw it. Look at it again. */
  | 'OFFER_VERSION'
  /** You have not signed in for a long time, so you may not act as an operator until another one lets you in again. */
  | 'OPERATOR_DISABLED'
  /** This is an operator already. Give them another role instead. */
  | 'OPERATOR_EXISTS'
  /** This invitation is for another address. Sign in with the address that the mail went to, and confirm it first. */
  | 'OPERATOR_INVITATION_ADDRESS'
  /** This invitation is not open. */
  | 'OPERATOR_INVITATION_ENDED'
  /** This invitation has ended or was replaced by a newer letter. */
  | 'OPERATOR_INVITATION_INVALID'
  /** Enough letters of this invitation were sent. Invite anew. */
  | 'OPERATOR_INVITATION_LETTERS'
  /** There is no such invitation. */
  | 'OPERATOR_INVITATION_NOT_FOUND'
  /** This address is invited already, or waits for a second person to approve it. */
  | 'OPERATOR_INVITED'
  /** This is the last administrator. Make another one first. */
  | 'OPERATOR_LAST_ADMIN'
  /** There is no such operator. */
  | 'OPERATOR_NOT_FOUND'
  /** You are not an operator. */
  | 'OPERATOR_REQUIRED'
  /** This operator has that role already. */
  | 'OPERATOR_ROLE_SAME'
  /** There is no such operator role. */
  | 'OPERATOR_ROLE_UNKNOWN'
  /** The product exists with other options. They cannot be changed by an import. */
  | 'OPTIONS_CHANGED'
  /** Give exactly one value for each option of the product. */
  | 'OPTIONS_MISMATCH'
  /** Two options have the same name. */
  | 'OPTION_NAME_TAKEN'
  /** There is no such order. */
  | 'ORDER_NOT_FOUND'
  /** The order is paid. What is paid is refunded, not cancelled. */
  | 'ORDER_PAID'
  /** The order's status does not allow this. */
  | 'ORDER_STATE'
  /** Fewer units are available than you ask for. */
  | 'OUT_OF_STOCK'
  /** The ownership is offered to somebody already. Take that back first. */
  | 'OWNERSHIP_OFFER_EXISTS'
  /** There is no such offer, or it has ended. */
  | 'OWNERSHIP_OFFER_NOT_FOUND'
  /** Give first or last, not both, between 0 and 100. */
  | 'PAGE_SIZE'
  /** There are no passkeys at this address. */
  | 'PASSKEYS_OFF'
  /** This took too long or was used already. Start again. */
  | 'PASSKEY_CEREMONY_OVER'
  /** You have as many passkeys as an account may have. Remove one first. */
  | 'PASSKEY_LIMIT'
  /** There is no such passkey. */
  | 'PASSKEY_NOT_FOUND'
  /** This passkey was not accepted. Start again. */
  | 'PASSKEY_REFUSED'
  /** Operators here need a passkey that stays on one device, such as a security key. */
  | 'PASSKEY_SYNCED'
  /** This password is easy to guess: it is widely used, repetitive, or contains your name, your address or a name of the platform. */
  | 'PASSWORD_COMMON'
  /** A password has at most 128 characters. */
  | 'PASSWORD_TOO_LONG'
  /** A password has at least 15 characters. */
  | 'PASSWORD_TOO_SHORT'
  /** The password is wrong. */
  | 'PASSWORD_WRONG'
  /** There is no such payment. */
  | 'PAYMENT_NOT_FOUND'
  /** The buyer's bank decides about this payment. Nobody can cancel it until it has. */
  | 'PAYMENT_PROCESSING'
  /** The payment provider does not answer. Try again in a moment. */
  | 'PAYMENT_PROVIDER_UNAVAILABLE'
  /** The payment provider does not accept this payment. */
  | 'PAYMENT_REFUSED'
  /** The payout account is being opened. Try again in a moment. */
  | 'PAYOUT_ACCOUNT_CREATING'
  /** The account at the payment provider is no longer connected with this marketplace. Write to the marketplace to connect it again. */
  | 'PAYOUT_ACCOUNT_CUT_OFF'
  /** The payment provider opens its pages when its form is filled in. */
  | 'PAYOUT_ACCOUNT_FORM'
  /** There is no payout account. */
  | 'PAYOUT_ACCOUNT_NOT_FOUND'
  /** Less is available than is paid out at least. */
  | 'PAYOUT_BELOW_MINIMUM'
  /** Nothing can be paid out now. */
  | 'PAYOUT_BLOCKED'
  /** This hold has ended. */
  | 'PAYOUT_HOLD_ENDED'
  /** The money of this order was transferred. Hold back the payouts of the seller instead. */
  | 'PAYOUT_HOLD_LATE'
  /** A hundred holds of this seller stand. Lift some of them, or hold back all of the seller's money. */
  | 'PAYOUT_HOLD_MANY'
  /** There is no such hold. */
  | 'PAYOUT_HOLD_NOT_FOUND'
  /** A hold ends later than now and within a year, or when it is lifted. */
  | 'PAYOUT_HOLD_UNTIL'
  /** Instant payouts are not open to you yet. Ask for a standard one. */
  | 'PAYOUT_INSTANT_NOT_ALLOWED'
  /** Nothing is available in this currency. */
  | 'PAYOUT_NOTHING_AVAILABLE'
  /** This is not a possible payout policy. */
  | 'PAYOUT_POLICY_INVALID'
  /** A policy holds from now on at the earliest, and begins within a year. */
  | 'PAYOUT_POLICY_PAST'
  /** This is not a possible schedule of payouts. */
  | 'PAYOUT_SCHEDULE_INVALID'
  /** The platform does not pay out so often. */
  | 'PAYOUT_SCHEDULE_TOO_OFTEN'
  /** Another payout is being made. Try again when it has left. */
  | 'PAYOUT_UNDER_WAY'
  /** Sign in first. */
  | 'PREFERENCE_NOBODY'
  /** A price must be positive and at most 99,999,999 minor units. */
  | 'PRICE_OUT_OF_RANGE'
  /** The price range ends before it begins or is in another currency. */
  | 'PRICE_RANGE_INVALID'
  /** Ask for your own data as yourself, not as an operator. */
  | 'PRIVACY_NOT_YOURSELF'
  /** Say why. */
  | 'PRIVACY_REASON_REQUIRED'
  /** This product is archived. */
  | 'PRODUCT_ARCHIVED'
  /** Not imported, because another row of the product has a problem. */
  | 'PRODUCT_FAILED'
  /** There is no such product. */
  | 'PRODUCT_NOT_FOUND'
  /** This is not what was proposed. Read the proposal again. */
  | 'PROPOSAL_CHANGED'
  /** This proposal has been decided or has expired. */
  | 'PROPOSAL_DECIDED'
  /** Your role does not allow this. */
  | 'PROPOSAL_FORBIDDEN'
  /** This version cannot carry out this kind of proposal. */
  | 'PROPOSAL_KIND_UNKNOWN'
  /** There is no such proposal. */
  | 'PROPOSAL_NOT_FOUND'
  /** Only its proposer can withdraw a proposal. You can reject it. */
  | 'PROPOSAL_OF_ANOTHER'
  /** A second person must decide about your proposal. You can withdraw it. */
  | 'PROPOSAL_OWN'
  /** This has been proposed already and waits for a decision. */
  | 'PROPOSAL_PENDING'
  /** Whoever proposed this may not do so any more. */
  | 'PROPOSER_NOT_ALLOWED'
  /** This quantity is not allowed here. */
  | 'QUANTITY_INVALID'
  /** Relevance needs words to search: give filter.query. */
  | 'QUERY_REQUIRED'
  /** Something of this order was given back since this was proposed. Propose it anew. */
  | 'REFUND_CHANGED'
  /** A refund is in the currency of its order. */
  | 'REFUND_CURRENCY'
  /** The buyer's bank decides about this payment. Nothing can be given back until then. */
  | 'REFUND_DISPUTED'
  /** Say what is given back: lines, an amount, or everything. */
  | 'REFUND_EMPTY'
  /** The money has left already. */
  | 'REFUND_GONE'
  /** This is more than you may give back by yourself. */
  | 'REFUND_LIMIT'
  /** This line is not part of it, or was named already. */
  | 'REFUND_LINE'
  /** Give either the number of units or an amount. */
  | 'REFUND_LINE_AMOUNT'
  /** You can only give back to where the money came from. */
  | 'REFUND_METHOD'
  /** There is no such refund. */
  | 'REFUND_NOT_FOUND'
  /** The order is not paid. Cancel it instead. */
  | 'REFUND_NOT_PAID'
  /** The refund's status does not allow this. */
  | 'REFUND_STATE'
  /** This is more than remains to be given back. */
  | 'REFUND_TOO_MUCH'
  /** Give at most 92 days, the first one first. */
  | 'REPORT_DAYS'
  /** There is no such payout on the books. */
  | 'REPORT_PAYOUT_NOT_FOUND'
  /** Ask for 1 to 20 products. */
  | 'REPORT_PRODUCTS'
  /** Give a span of at most two years that ends after it begins. */
  | 'REPORT_SPAN'
  /** This field is required. */
  | 'REQUIRED'
  /** Nothing is reserved for this order. */
  | 'RESERVATION_NOT_FOUND'
  /** Units are already reserved for this order. */
  | 'RESERVATION_TAKEN'
  /** This person was erased. Nothing is left that could be shown. */
  | 'REVEAL_ERASED'
  /** Personal data is shown to a person in a session, not to a program. */
  | 'REVEAL_SESSION'
  /** Name an order, a seller order or an account that exists. */
  | 'REVEAL_SUBJECT'
  /** There is no such tier. */
  | 'RISK_TIER_UNKNOWN'
  /** This row has neither a variant nor an image. */
  | 'ROW_EMPTY'
  /** The quotation marks of this row do not match. */
  | 'ROW_QUOTES'
  /** This row has more cells than there are columns. */
  | 'ROW_TOO_LONG'
  /** A page has at most 50 saved views. Delete one first. */
  | 'SAVED_VIEWS_TOO_MANY'
  /** Another view of this page has this name. */
  | 'SAVED_VIEW_NAME_TAKEN'
  /** There is no such saved view. */
  | 'SAVED_VIEW_NOT_FOUND'
  /** The name of a page has small letters, digits and hyphens, at most 40. */
  | 'SAVED_VIEW_PAGE_INVALID'
  /** The platform cannot read this at the moment. Tell its operators. */
  | 'SEAL_KEY_LOST'
  /** This installation has no keys yet. Its operators make them with: etal keys generate. */
  | 'SEAL_NO_KEYS'
  /** Ask for 1 to 20 of each kind. */
  | 'SEARCH_SIZE'
  /** Type at least two characters. */
  | 'SEARCH_TOO_SHORT'
  /** Your last application has not been decided yet. */
  | 'SELLER_APPLICATION_PENDING'
  /** The approval can no longer be withdrawn. */
  | 'SELLER_APPROVAL_DONE'
  /** Somebody has approved this seller a moment ago. */
  | 'SELLER_APPROVAL_PENDING'
  /** This is not the day on which a person was born. */
  | 'SELLER_BIRTH_DATE'
  /** Only a person has a date of birth. Say first that the seller is one. */
  | 'SELLER_BIRTH_DATE_ENTITY'
  /** Buyers wait for orders of this seller. Ship or cancel them first. */
  | 'SELLER_BUSY'
  /** Give an amount above zero that can be charged. */
  | 'SELLER_CHARGE_AMOUNT'
  /** Nothing can be charged or credited to this seller. */
  | 'SELLER_CHARGE_CLOSED'
  /** There is no such charge. */
  | 'SELLER_CHARGE_NOT_FOUND'
  /** This charge was reversed before. */
  | 'SELLER_CHARGE_REVERSED'
  /** Give basis points from 0 to 10000. */
  | 'SELLER_CHARGE_VAT'
  /** A bank disputes a payment for this seller and has not decided yet. */
  | 'SELLER_DISPUTED'
  /** Say which seller you mean. */
  | 'SELLER_ID_REQUIRED'
  /** A seller needs an owner. Offer the ownership to somebody first. */
  | 'SELLER_LAST_OWNER'
  /** This has changed since you opened it. Look at it again. */
  | 'SELLER_LEGAL_VERSION'
  /** You may do this only with members who may do less than you. */
  | 'SELLER_MEMBER_ABOVE'
  /** You have not signed in for a long time, so you may not act for this seller until an owner lets you in again. */
  | 'SELLER_MEMBER_DISABLED'
  /** This person is a member already. */
  | 'SELLER_MEMBER_EXISTS'
  /** A seller has at most 50 members. */
  | 'SELLER_MEMBER_LIMIT'
  /** There is no such member. */
  | 'SELLER_MEMBER_NOT_FOUND'
  /** A name has at least two letters or digits. */
  | 'SELLER_NAME_INVALID'
  /** Register before you apply to sell. */
  | 'SELLER_NEEDS_ACCOUNT'
  /** There is no such seller. */
  | 'SELLER_NOT_FOUND'
  /** You do not act for this seller. */
  | 'SELLER_NOT_MEMBER'
  /** This seller has to give money back. It has to be collected or written off first. */
  | 'SELLER_OWES'
  /** Nobody becomes an owner unasked. Offer the ownership instead. */
  | 'SELLER_OWNERSHIP_ASKED'
  /** This member is an owner already, or is disabled. */
  | 'SELLER_OWNER_ALREADY'
  /** This plan is archived. */
  | 'SELLER_PLAN_ARCHIVED'
  /** There is no such change of a plan. */
  | 'SELLER_PLAN_ASSIGNMENT_NOT_FOUND'
  /** This change has begun. Put the seller on another plan instead. */
  | 'SELLER_PLAN_BEGUN'
  /** Somebody has changed the plan of this seller since you looked. Look at it again. */
  | 'SELLER_PLAN_CHANGED'
  /** This plan has no fees in the seller's currency. */
  | 'SELLER_PLAN_CURRENCY'
  /** It begins in the future, within a year, and at another instant than what is there. */
  | 'SELLER_PLAN_DATE'
  /** Another plan has this name. */
  | 'SELLER_PLAN_NAME_TAKEN'
  /** There is no such plan. */
  | 'SELLER_PLAN_NOT_FOUND'
  /** Your plan allows no more published offers. */
  | 'SELLER_PLAN_OFFERS'
  /** Your plan allows no more members. */
  | 'SELLER_PLAN_SEATS'
  /** There is no such seller. */
  | 'SELLER_PLAN_SELLER_NOT_FOUND'
  /** A plan cannot be like this. */
  | 'SELLER_PLAN_TERMS'
  /** Act for a seller to do this. */
  | 'SELLER_REQUIRED'
  /** A role holds only what you may do yourself and may hand on. */
  | 'SELLER_ROLE_ABOVE'
  /** A seller has at most 20 roles of its own. */
  | 'SELLER_ROLE_COUNT'
  /** Members have this role. Say which one they get instead. */
  | 'SELLER_ROLE_IN_USE'
  /** A limit of refunds needs the permission to refund. */
  | 'SELLER_ROLE_LIMIT'
  /** Every seller has a role of this name already. */
  | 'SELLER_ROLE_NAME'
  /** There is no such role. */
  | 'SELLER_ROLE_NOT_FOUND'
  /** There is no such permission. */
  | 'SELLER_ROLE_PERMISSION'
  /** You have a role of this name already. */
  | 'SELLER_ROLE_TAKEN'
  /** There is no such role. */
  | 'SELLER_ROLE_UNKNOWN'
  /** This role has changed since you opened it. Look at it again. */
  | 'SELLER_ROLE_VERSION'
  /** The status of this seller does not allow this. */
  | 'SELLER_STATUS_CONFLICT'
  /** An approval can be withdrawn for 0 to 60 seconds. */
  | 'SELLER_UNDO_SECONDS'
  /** Your session has ended. Sign in again. */
  | 'SESSION_INVALID'
  /** There is no such session. */
  | 'SESSION_NOT_FOUND'
  /** Your session has rested too long, or is too old, to act as a seller or an operator. Sign in again. */
  | 'SESSION_STALE'
  /** Say what the parcel holds. */
  | 'SHIPMENT_EMPTY'
  /** A seller order leaves in 100 parcels at most. */
  | 'SHIPMENT_LIMIT'
  /** This line is not of the order, has left already, or is named twice. */
  | 'SHIPMENT_LINE'
  /** There is no such shipment. */
  | 'SHIPMENT_NOT_FOUND'
  /** No more can leave than was bought and has not left yet. */
  | 'SHIPMENT_QUANTITY'
  /** The buyer is told of this shipment already. */
  | 'SHIPMENT_TOLD'
  /** Too many people are signing in at once. Try again. */
  | 'SIGN_IN_BUSY'
  /** Too many attempts. Wait a while and try again. */
  | 'SIGN_IN_THROTTLED'
  /** You use this SKU for another offer. */
  | 'SKU_TAKEN'
  /** Another row of this file has this SKU. */
  | 'SKU_TWICE'
  /** There is no such statement. */
  | 'STATEMENT_NOT_FOUND'
  /** This is none of active, draft, archived, true and false. */
  | 'STATUS_INVALID'
  /** Show your second factor again. */
  | 'STEP_UP_REQUIRED'
  /** More units than that are reserved for orders. */
  | 'STOCK_RESERVED'
  /** Too many streams are open. Close one first. */
  | 'STREAMS_TOO_MANY'
  /** What you may do has changed. Connect again. */
  | 'STREAM_AUTHORITY_CHANGED'
  /** What followed this event is no longer kept. Read everything anew and connect without it. */
  | 'STREAM_CURSOR_GONE'
  /** There is no such event to go on from. Read everything anew and connect without it. */
  | 'STREAM_CURSOR_INVALID'
  /** Ask for events by text/event-stream or by a WebSocket. */
  | 'STREAM_NEEDED'
  /** The server restarts. Connect again and go on from the last event. */
  | 'STREAM_STOPPING'
  /** Say which one you want to follow, or act for a seller. */
  | 'STREAM_SUBJECT_REQUIRED'
  /** Events came faster than you read them. Connect again and go on from the last one. */
  | 'STREAM_TOO_SLOW'
  /** Give an amount above zero. */
  | 'TAX_REMITTANCE_AMOUNT'
  /** There is no such remittance. */
  | 'TAX_REMITTANCE_NOT_FOUND'
  /** Give a period of at most two years that has begun and ends after it begins. */
  | 'TAX_REMITTANCE_PERIOD'
  /** This remittance was taken back before. */
  | 'TAX_REMITTANCE_REVERSED'
  /** That is more than is payable to this authority. */
  | 'TAX_REMITTANCE_TOO_MUCH'
  /** A version comes into force now or later. */
  | 'TERMS_IN_PAST'
  /** There is no such kind of document. */
  | 'TERMS_KIND'
  /** A link begins with https:// and names a host. */
  | 'TERMS_LINK'
  /** Name a version. */
  | 'TERMS_NONE_NAMED'
  /** Only a consent can be taken back. */
  | 'TERMS_NOT_CONSENT'
  /** No version with this id is in force. Read the terms again. */
  | 'TERMS_NOT_IN_FORCE'
  /** This document is not accepted here. */
  | 'TERMS_OTHER_KIND'
  /** A version comes into force after those before it. Withdraw the one that is to come, or choose a later instant. */
  | 'TERMS_OUT_OF_ORDER'
  /** Accept the terms for sellers that are in force. Until then you can read, and close the seller. */
  | 'TERMS_PENDING'
  /** Somebody else has just published a version of this document. */
  | 'TERMS_PUBLISHED_MEANWHILE'
  /** Accept the terms that are in force. */
  | 'TERMS_REQUIRED'
  /** Sign in, or begin as a guest. */
  | 'TERMS_SIGN_IN'
  /** Only a version that is still to come into force can be withdrawn. */
  | 'TERMS_STAND'
  /** Give either the text or a link to it. */
  | 'TERMS_TEXT_OR_LINK'
  /** Name at most 20 versions. */
  | 'TERMS_TOO_MANY'
  /** There is no such version. */
  | 'TERMS_VERSION_NOT_FOUND'
  /** You view as this seller and agree to nothing for it. */
  | 'TERMS_VIEWING'
  /** This text is not valid UTF-8 or contains a NUL character. */
  | 'TEXT_ENCODING'
  /** This must be a single line, without control characters and marks that turn the direction of writing. */
  | 'TEXT_LINE'
  /** This is not the name of a time zone, such as Europe/Paris. */
  | 'TIME_ZONE_INVALID'
  /** This text is too long. */
  | 'TOO_LONG'
  /** There are too many entries in this list. */
  | 'TOO_MANY'
  /** Ask for at most 100 ids at once. */
  | 'TOO_MANY_IDS'
  /** A file has at most 200,000 rows. What stands before was imported. */
  | 'TOO_MANY_ROWS'
  /** In this currency prices must end in 0 to be charged. */
  | 'TOTAL_NOT_CHARGEABLE'
  /** This cart costs more than can be paid at once. */
  | 'TOTAL_TOO_LARGE'
  /** This cart costs less than can be paid by card. */
  | 'TOTAL_TOO_SMALL'
  /** The tracking address must begin with https://. */
  | 'TRACKING_URL_INVALID'
  /** There is no such trusted device. */
  | 'TRUSTED_DEVICE_NOT_FOUND'
  /** Sign in first. */
  | 'UNAUTHENTICATED'
  /** A shipment can be withdrawn for 0 to 60 seconds. */
  | 'UNDO_SECONDS_RANGE'
  /** The file of this upload has not been sent. */
  | 'UPLOAD_EMPTY'
  /** There is no such upload, or it has expired. */
  | 'UPLOAD_NOT_FOUND'
  /** A file has between 1 byte and 20 MB, and the size that was announced. */
  | 'UPLOAD_SIZE'
  /** Give an absolute https address. */
  | 'URL_INVALID'
  /** This value is not allowed here. */
  | 'VALUE_INVALID'
  /** A product needs at least one variant. */
  | 'VARIANTS_REQUIRED'
  /** There is no such variant. */
  | 'VARIANT_NOT_FOUND'
  /** The product already has a variant with these option values. */
  | 'VARIANT_TAKEN'
  /** View for 1 to 30 minutes. */
  | 'VIEW_AS_MINUTES'
  /** There is no such grant, or its time is over. */
  | 'VIEW_AS_NOT_FOUND'
  /** You view this seller already. End that first. */
  | 'VIEW_AS_OPEN'
  /** You are a member of this seller: act as one. */
  | 'VIEW_AS_OWN'
  /** You view as this seller and change nothing. Put your own hat on. */
  | 'VIEW_AS_READ_ONLY'
  /** There is no such delivery. */
  | 'WEBHOOK_DELIVERY_NOT_FOUND'
  /** This delivery has not ended yet. */
  | 'WEBHOOK_DELIVERY_PENDING'
  /** This webhook is disabled. Enable it first. */
  | 'WEBHOOK_DISABLED'
  /** This webhook cannot be told of this event. */
  | 'WEBHOOK_EVENT'
  /** Choose at least one event. */
  | 'WEBHOOK_EVENTS_REQUIRED'
  /** There can be 10 webhooks. Delete one that is not needed. */
  | 'WEBHOOK_LIMIT'
  /** Only people of the owner of a webhook may do this. */
  | 'WEBHOOK_NEEDS_OWNER'
  /** There is no such webhook. */
  | 'WEBHOOK_NOT_FOUND'
  /** Only the members of this seller can change its webhooks. */
  | 'WEBHOOK_OTHERS'
  /** The former secret may go on for 0 to 168 hours. */
  | 'WEBHOOK_OVERLAP'
  /** Two secrets of this webhook are good already. Wait until the older has ended, or let both end now with an overlap of 0 hours. */
  | 'WEBHOOK_ROTATING'
  /** Five tests of this webhook wait already. */
  | 'WEBHOOK_TEST_LIMIT'
  /** Give an address that begins with https:// and a public host name, without a port, a user or a fragment. */
  | 'WEBHOOK_URL'
  /** This webhook has changed since you opened it. Look at it again. */
  | 'WEBHOOK_VERSION';

/** What a file is about. */
export type ExportKind =
  /** The audit log, or a part of it. */
  | 'AUDIT'
  /** The ledger, or a span of it. */
  | 'LEDGER'
  /** A list of entries of the ledger. */
  | 'LEDGER_ENTRIES'
  /** A list of orders. */
  | 'ORDERS'
  /** What one payout of a seller consists of. */
  | 'PAYOUT'
  /** A list of payouts. */
  | 'PAYOUTS'
  /** Everything about one person. */
  | 'PERSON'
  /** A list of products. */
  | 'PRODUCTS'
  /** A list of refunds. */
  | 'REFUNDS'
  /** A report for authorities, or about what sellers bring. */
  | 'REPORT'
  /** A list of sellers. */
  | 'SELLERS'
  /** A list of parts of orders. */
  | 'SELLER_ORDERS'
  /** One statement of a seller, or a document that was issued for it. */
  | 'STATEMENT'
  /** A list of transfers. */
  | 'TRANSFERS';

/** Where the making of a file stands. */
export type ExportStatus =
  /** It was not fetched in time, and its content is deleted. */
  | 'EXPIRED'
  /** There was nothing to export any more. */
  | 'FAILED'
  /** It was fetched, and its content is deleted. */
  | 'FETCHED'
  /** It waits for a worker. */
  | 'PENDING'
  /** It can be fetched. */
  | 'READY'
  /** It is being made. */
  | 'RUNNING';

/** A kind of second factor. */
export type FactorMethod =
  /** A passkey, by the challenge of `passkeyStepUpStart`. */
  | 'PASSKEY'
  /** One of the codes that were shown when the app was set up. */
  | 'RECOVERY_CODE'
  /** The six digits that an authenticator app shows. */
  | 'TOTP';

/** Asks for the factors of somebody who has lost them to be taken away. */
export type FactorResetAskInput = {
  /** The account. */
  accountId: string;
  /** How it is known that it is they who ask, at most 2,000 characters: what was shown, to whom, and when. */
  evidence: string;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
};

/** Stops a reset before it is done. */
export type FactorResetCancelInput = {
  /** The account. */
  accountId: string;
};

/** Takes one's factors away at once, by a mailed link. */
export type FactorResetConfirmInput = {
  /** The token of the link. */
  token: string;
};

/** Keeps one's factors, by a mailed link. */
export type FactorResetObjectInput = {
  /** The token of the link. */
  token: string;
};

/** Lets codes of a frozen app count again, by a mailed link. */
export type FactorThawInput = {
  /** The token of the link. */
  token: string;
};

/** Shows the second factor after signing in. */
export type FactorVerifyInput = {
  /** The code; of no meaning with PASSKEY. */
  code?: string | null | undefined;
  /** The kind of factor. */
  method?: FactorMethod;
  /** The answer of the passkey, with PASSKEY. */
  passkey?: PasskeyAssertionInput | null | undefined;
  /**
   * Whether signing in with this device shall ask for the password alone for the
   * next 30 days. It is for buyers: for operators and members of sellers it is left
   * out, and the answer's trustedDeviceToken is null.
   */
  trustDevice?: boolean;
};

/** Gives back everything of a payment of which was warned. */
export type FraudWarningRefundInput = {
  /** Unique for each refund that is meant, 1 to 255 characters; the same key gives back once. */
  idempotencyKey: string;
  /** The warning. */
  warningId: string;
};

/** Believes a payment of which was warned. */
export type FraudWarningSetAsideInput = {
  /** Why, 1 to 1,000 characters. */
  note: string;
  /** The warning. */
  warningId: string;
};

/** Where a warning of fraud stands. */
export type FraudWarningStanding =
  /** The bank has asked, or has taken the money. */
  | 'DISPUTED'
  /** Somebody has to decide. */
  | 'OPEN'
  /** The buyer has got everything back, or was promised it. */
  | 'REFUNDED'
  /** An operator believes the payment. */
  | 'SET_ASIDE';

/** Whose hat it is. */
export type HatKind =
  /** Somebody with an address and a password, on their own behalf. */
  | 'BUYER'
  /** A guest's only hat. */
  | 'GUEST'
  /** An operator of the platform. */
  | 'OPERATOR'
  /** A member of a seller. */
  | 'SELLER';

/** Narrows a list of ledger entries; what is left out does not narrow. */
export type LedgerEntryFilter = {
  /** The account, such as `stripe:pending`. */
  account?: string | null | undefined;
  /** The currency. */
  currencyCode?: string | null | undefined;
  /** The order. */
  orderId?: string | null | undefined;
};

/** Asks for a file of the ledger. */
export type LedgerExportCreateInput = {
  /** The form. */
  format?: LedgerExportFormat;
  /** What was posted at this instant or later; from the beginning when left out. */
  from?: string | null | undefined;
  /** What was posted before this instant; up to now when left out. */
  to?: string | null | undefined;
};

/** In which form the ledger is exported. */
export type LedgerExportFormat =
  /** A table with a row for each entry; the first row names the columns. */
  | 'CSV'
  /** A JSON object for each entry, one a line. */
  | 'JSONL';

/** What kind of fact a journal is. */
export type LedgerJournalKind =
  /** Money moved between the platform's bank and its balance. */
  | 'BANK_MOVED'
  /** A buyer's credit was paid out. */
  | 'CREDIT_PAID_OUT'
  /** A buyer pays an order with credit; it waits for the rest of the payment. */
  | 'CREDIT_SPENT'
  /** An order that was not paid gave its buyer's credit back. */
  | 'CREDIT_UNSPENT'
  /** A debt was paid out of the seller's balance. */
  | 'DEBT_DEBITED'
  /** A debt was paid out of a release. */
  | 'DEBT_NETTED'
  /** A debt was given up. */
  | 'DEBT_WRITTEN_OFF'
  /** An operator has booked what ledger and provider differed by. */
  | 'DIFFERENCE_BOOKED'
  /** Sellers are charged the provider's fee of a dispute. */
  | 'DISPUTE_FEE_CHARGED'
  /** Sellers get back what they were charged of the provider's fee of a dispute. */
  | 'DISPUTE_FEE_RETURNED'
  /** A seller's money was kept aside for a dispute. */
  | 'DISPUTE_FROZEN'
  /** A buyer's bank took money, or gave it back. */
  | 'DISPUTE_MOVED'
  /** Who bears a dispute was decided, or changed. */
  | 'DISPUTE_SETTLED'
  /** The provider charged something beside payments. */
  | 'FEE_CHARGED'
  /** Money at the provider became available. */
  | 'FUNDS_AVAILABLE'
  /** The platform's bank has paid a seller, outside the provider. */
  | 'MANUAL_PAYOUT'
  /** A payout left the seller's balance. */
  | 'PAYOUT_CREATED'
  /** A payout came back. */
  | 'PAYOUT_FAILED'
  /** The fee of an instant payout was taken. */
  | 'PAYOUT_FEE_TAKEN'
  /** A payout reached the bank. */
  | 'PAYOUT_PAID'
  /** A refund was promised to a buyer. */
  | 'REFUND_ACCEPTED'
  /** A refund was paid outside the provider, or as credit. */
  | 'REFUND_PAID'
  /** A refund came back. */
  | 'REFUND_RETURNED'
  /** A refund has left the platform's balance. */
  | 'REFUND_SETTLED'
  /** A refund gives nothing back after all. */
  | 'REFUND_VOIDED'
  /** A seller's hold ended; the commission is earned. */
  | 'RELEASED'
  /** The provider kept money aside for sellers' balances below zero, or let it go. */
  | 'RESERVE_MOVED'
  /** What was kept in a seller's reserve is released: its time is over. */
  | 'RESERVE_RELEASED'
  /** A debt was paid out of a seller's reserve. */
  | 'RESERVE_USED'
  /** A transfer was taken back to the platform's balance. */
  | 'REVERSAL_CONFIRMED'
  /** A transfer was taken back from the seller's balance. */
  | 'REVERSAL_TAKEN'
  /** A payment was captured. */
  | 'SALE_CAPTURED'
  /** A seller was charged beside orders. */
  | 'SELLER_CHARGED'
  /** A charge was taken back. */
  | 'SELLER_CHARGE_REVERSED'
  /** A seller was credited beside orders. */
  | 'SELLER_CREDITED'
  /** A credit was taken back. */
  | 'SELLER_CREDIT_REVERSED'
  /** A movement at the provider that nobody knows was put into suspense. */
  | 'SUSPENDED'
  /** An operator has said what a movement in suspense was. */
  | 'SUSPENSE_BOOKED'
  /** The journal that knows better has come, and what an operator had booked was undone. */
  | 'SUSPENSE_UNDONE'
  /** Two operators have taken that back. */
  | 'TAX_REMITTANCE_REVERSED'
  /** Two operators have recorded that tax was paid to an authority. */
  | 'TAX_REMITTED'
  /** A transfer left the platform's balance. */
  | 'TRANSFER_CONFIRMED'
  /** A transfer was refused. */
  | 'TRANSFER_FAILED'
  /** A transfer reached the seller's balance. */
  | 'TRANSFER_RECEIVED'
  /** A transfer was planned. */
  | 'TRANSFER_REQUESTED';

/**
 * Asks for a file of a list. Exactly one filter is given, which says which list it is; an empty one is the whole list. It takes the permission
 * of that list besides `LIST_EXPORT`.
 */
export type ListExportCreateInput = {
  /** The list `ledgerEntries` for an operator, who needs `LEDGER_EXPORT`; `sellerLedgerEntries` for a member, with `SELLER_LEDGER_READ`. */
  ledgerEntries?: LedgerEntryFilter | null | undefined;
  /** The list `orders` of an operator. It takes `ORDER_READ`. */
  orders?: OrderFilter | null | undefined;
  /** The list `payouts`. It takes `SELLER_PAYOUT_READ`. */
  payouts?: PayoutListFilter | null | undefined;
  /** The list `sellerProducts`. It takes `PRODUCT_READ`. */
  products?: SellerProductFilter | null | undefined;
  /** The list `refunds`. It takes `REFUND_READ`. */
  refunds?: RefundListFilter | null | undefined;
  /** The list `sellerOrders`. It takes `SELLER_ORDER_READ`. */
  sellerOrders?: SellerOrderFilter | null | undefined;
  /** The list `sellers`. It takes `SELLER_LIST`. */
  sellers?: SellerFilter | null | undefined;
  /** The list `transfers`. It takes `SELLER_TRANSFER_READ`. */
  transfers?: TransferListFilter | null | undefined;
};

/** Chooses listings. What is absent does not narrow the list. */
export type ListingFilter = {
  /** Products with a price in this currency, shown in it. */
  currencyCode?: string | null | undefined;
  /** Products that are, or are not, in stock. */
  isInStock?: boolean | null | undefined;
  /** A lowest price of at most this; names the currency too. */
  priceMax?: MoneyInput | null | undefined;
  /** A lowest price of at least this; names the currency too. */
  priceMin?: MoneyInput | null | undefined;
  /** Exactly this kind of product. */
  productType?: string | null | undefined;
  /** Words to search, at most 200 characters: a product fits when for each of them it has a word that begins with it. Case and accents do not matter. The first thousand that fit are looked at. */
  query?: string | null | undefined;
  /** Products that this seller offers. */
  sellerId?: string | null | undefined;
  /** Products with this tag; case does not matter. */
  tag?: string | null | undefined;
};

/** The order of a list of listings. */
export type ListingSort =
  /** What was published last first. */
  | 'NEWEST'
  /** The lowest price first; needs a currency. */
  | 'PRICE_ASC'
  /** The highest of the lowest prices first; needs a currency. */
  | 'PRICE_DESC'
  /** What fits the words best first; needs words, and is the order when there are some. */
  | 'RELEVANCE';

/** Names the member to let in again. */
export type MemberEnableInput = {
  /** The id of the membership. */
  memberId: string;
};

/** Accepts the invitation of a mailed link. */
export type MemberInvitationAcceptInput = {
  /** The part of the link after the #. */
  token: string;
};

/** Declines the invitation of a mailed link. */
export type MemberInvitationDeclineInput = {
  /** The part of the link after the #. */
  token: string;
};

/** Names the invitation to send again. */
export type MemberInvitationResendInput = {
  /** The id of the invitation. */
  invitationId: string;
};

/** Names the invitation to take back. */
export type MemberInvitationRevokeInput = {
  /** The id of the invitation. */
  invitationId: string;
};

/** Invites somebody to act for the seller that the request acts for. */
export type MemberInviteInput = {
  /** The address; whether it has an account is told to nobody. */
  email: string;
  /** What they will do. */
  role: SellerMemberRole;
  /** Which role of the seller's own, when the role is CUSTOM. */
  roleId?: string | null | undefined;
};

/** Names the seller to leave. */
export type MemberLeaveInput = {
  /** The id of the seller. */
  sellerId: string;
};

/** Names the member to remove. */
export type MemberRemoveInput = {
  /** The id of the membership. */
  memberId: string;
};

/** Gives a member another role. */
export type MemberRoleSetInput = {
  /** The id of the membership. */
  memberId: string;
  /** What they will do. OWNER is offered by ownershipTransfer instead. */
  role: SellerMemberRole;
  /** Which role of the seller's own, when the role is CUSTOM. */
  roleId?: string | null | undefined;
};

/** An amount of money. More decimals than the currency has are refused. */
export type MoneyInput = {
  /** The amount as a decimal number, such as `"12.50"`. */
  amount: string;
  /** The currency of the amount. */
  currencyCode: string;
};

/** Writes a note about a seller or an order. */
export type NoteAddInput = {
  /** The seller or the order. */
  subject: string;
  /** The text, plain, 1 to 5,000 characters without the space around it. */
  text: string;
};

/** Deletes a note. */
export type NoteDeleteInput = {
  /** The note. */
  noteId: string;
};

/** Changes a note that you have written. */
export type NoteEditInput = {
  /** The note. */
  noteId: string;
  /** The text, plain, 1 to 5,000 characters without the space around it. */
  text: string;
  /** Its version as you have seen it. When it has changed since, the answer is NOTE_VERSION. */
  version: number;
};

/** Narrows a list of notifications. */
export type NotificationFilter = {
  /** Those that were read, or those that were not. */
  isRead?: boolean | null | undefined;
};

/** What a notification is about. */
export type NotificationKind =
  /** The time to answer a dispute ends soon. */
  | 'DISPUTE_DUE'
  /** A bank has decided a dispute. */
  | 'DISPUTE_ENDED'
  /** A buyer's bank asks about a payment, or takes it back. */
  | 'DISPUTE_OPENED'
  /** An import of products is over. */
  | 'IMPORT_FINISHED'
  /** An order of yours was given up. */
  | 'ORDER_CANCELLED'
  /** An order of yours is paid. */
  | 'ORDER_PAID'
  /** Somebody has bought from the seller, and it waits to be shipped. */
  | 'ORDER_RECEIVED'
  /** Part of an order of yours is on its way. */
  | 'ORDER_SHIPPED'
  /** A bank has refused a debit, days after you have ordered; there is another day to pay. */
  | 'PAYMENT_REFUSED'
  /** The payment provider needs the seller, or does not pay them any more. */
  | 'PAYOUT_ACCOUNT'
  /** Operators hold money of a seller back, or let it go. */
  | 'PAYOUT_HELD'
  /** A bank has sent a payout back. */
  | 'PAYOUT_RETURNED'
  /** Money comes back to you. */
  | 'REFUND_PAID'
  /** A buyer gets money back, and the seller gives part of it. */
  | 'REFUND_TAKEN'
  /** An operator has approved, rejected or suspended the seller. */
  | 'SELLER_DECIDED';

/** Which notifications you have read. */
export type NotificationMarkReadInput = {
  /** Their identifiers, at most 100. */
  ids: Array<string>;
};

/** How you want to be told of a kind of thing. What is absent stays as it is. */
export type NotificationPreferenceSetInput = {
  /** Whether you want a mail. */
  byMail?: boolean | null | undefined;
  /** Whether you want to be told in the app. */
  inApp?: boolean | null | undefined;
  /** The kind. */
  kind: NotificationKind;
};

/** The state of the goods. */
export type OfferCondition =
  /** Unused. */
  | 'NEW'
  /** Restored and tested. */
  | 'REFURBISHED'
  /** Clear traces of use; it works. */
  | 'USED_ACCEPTABLE'
  /** Light traces of use. */
  | 'USED_GOOD'
  /** Used, and shows nothing of it. */
  | 'USED_LIKE_NEW';

/** Offers a variant that exists: of a product of one's own or of one that everybody sees. */
export type OfferCreateInput = {
  /** One's own terms. */
  offer: OfferInput;
  /** The id of the variant. */
  variantId: string;
};

/** One's own terms for a variant. */
export type OfferInput = {
  /** The former price, above the price and in its currency. */
  compareAt?: MoneyInput | null | undefined;
  /** The state of the goods; NEW when absent. */
  condition?: OfferCondition | null | undefined;
  /** Working days until the goods leave, 0 to 365; 1 when absent. */
  leadTimeDays?: number | null | undefined;
  /** The price of a unit. */
  price: MoneyInput;
  /** Units on hand, 0 to 1,000,000; 0 when absent. */
  quantity?: number | null | undefined;
  /** The most units in one order; 100 when absent. */
  quantityMax?: number | null | undefined;
  /** Whether the goods are sent; true when absent. */
  requiresShipping?: boolean | null | undefined;
  /** One's own stock number, at most 120 characters; unique. */
  sku?: string | null | undefined;
  /** Whether it can be bought; ACTIVE when absent. */
  status?: OfferStatus | null | undefined;
  /** A Stripe tax code, such as `txcd_99999999`. */
  taxCode?: string | null | undefined;
};

/** Whether an offer can be bought. */
export type OfferStatus =
  /** It can, while the product is ACTIVE and there is stock. */
  | 'ACTIVE'
  /** It is withdrawn until further notice. */
  | 'PAUSED';

/** Changes an offer of one's own. What is absent stays as it is. */
export type OfferUpdateInput = {
  /** The former price beside `price`. */
  compareAt?: MoneyInput | null | undefined;
  /** The id of the offer. */
  id: string;
  /** Working days until the goods leave, 0 to 365. */
  leadTimeDays?: number | null | undefined;
  /** The price in its currency; the former price in that currency goes with it. */
  price?: MoneyInput | null | undefined;
  /** The most units in one order. */
  quantityMax?: number | null | undefined;
  /** Whether the goods are sent. */
  requiresShipping?: boolean | null | undefined;
  /** One's own stock number; empty clears it. */
  sku?: string | null | undefined;
  /** Whether it can be bought. */
  status?: OfferStatus | null | undefined;
  /** A Stripe tax code. */
  taxCode?: string | null | undefined;
  /** The version that you saw. When it is another by now, the answer is OFFER_VERSION; without it, the change is made whatever the offer is now. */
  version?: number | null | undefined;
};

/** Changes offers of one's own, of any products. */
export type OffersUpdateInput = {
  /** A key of your choice; the same key and input change once, however often they are sent, and are answered with the offers as they are then. Without one, each is another. */
  idempotencyKey?: string | null | undefined;
  /** The changes, 1 to 100, each of another offer. */
  offers: Array<OfferUpdateInput>;
};

/** Chooses operators. What is left out does not narrow. */
export type OperatorFilter = {
  /** Only those who do this. */
  role?: OperatorRole | null | undefined;
};

/** Accepts the invitation of a mailed link. */
export type OperatorInvitationAcceptInput = {
  /** The part of the link after the #. */
  token: string;
};

/** Declines the invitation of a mailed link. */
export type OperatorInvitationDeclineInput = {
  /** The part of the link after the #. */
  token: string;
};

/** Chooses invitations of operators. What is left out does not narrow. */
export type OperatorInvitationFilter = {
  /** Those that are PROPOSED or OPEN, or all others. */
  isOpen?: boolean | null | undefined;
};

/** Names the invitation to send again. */
export type OperatorInvitationResendInput = {
  /** The id of the invitation. */
  invitationId: string;
};

/** Names the invitation to take back. */
export type OperatorInvitationRevokeInput = {
  /** The id of the invitation. */
  invitationId: string;
};

/** Where the invitation of an operator stands. */
export type OperatorInvitationState =
  /** It has made an operator. */
  | 'ACCEPTED'
  /** Whoever has the mail has declined. */
  | 'DECLINED'
  /** It was not answered, or not decided about, in time. */
  | 'EXPIRED'
  /** Whoever proposed it may not do so any more. */
  | 'LAPSED'
  /** It can be accepted. */
  | 'OPEN'
  /** A second person has to approve it. No mail was sent. */
  | 'PROPOSED'
  /** The second person has rejected it, or its proposal was withdrawn. */
  | 'REFUSED'
  /** It was taken back. */
  | 'REVOKED';

/** Asks that somebody become an operator. */
export type OperatorInviteInput = {
  /** Their address, at most 254 characters. */
  email: string;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
  /** What they are to do. */
  role: OperatorRole;
};

/** Asks for an operator to be one no more. */
export type OperatorRemoveInput = {
  /** The account of the operator. */
  accountId: string;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
};

/** What an operator does. docs/permissions.md says what each may do. */
export type OperatorRole =
  /** May do whatever any operator may, and decides about sellers. */
  | 'ADMIN'
  /** Reads everything and changes nothing. */
  | 'AUDITOR'
  /** Looks after money. */
  | 'FINANCE'
  /** Looks after the catalogue. */
  | 'MODERATOR'
  /** Helps buyers and sellers. */
  | 'SUPPORT';

/** Asks for another role of an operator. */
export type OperatorRoleSetInput = {
  /** The account of the operator. */
  accountId: string;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
  /** What they are to do. */
  role: OperatorRole;
};

/** Cancels an order that awaits payment. */
export type OrderCancelInput = {
  /** The order. */
  orderId: string;
  /** Why, at most 1000 characters. What an operator writes is kept in the audit log; a buyer need not say why. */
  reason?: string | null | undefined;
};

/** Why an order was given up. */
export type OrderCancelReason =
  /** It was not paid in time. */
  | 'EXPIRED'
  /** Its payment was cancelled at the provider. */
  | 'PAYMENT_CANCELLED'
  /** The provider did not accept the payment at all. */
  | 'PAYMENT_REFUSED'
  /** Its buyer, or an operator for them, did not want it any more. */
  | 'REQUESTED';

/** Narrows a list of orders; what is left out does not narrow. */
export type OrderFilter = {
  /** Only orders whose margin was expected to be negative, or only others. Narrows for operators only. */
  losesMoney?: boolean | null | undefined;
  /** The number that people read out. */
  number?: string | null | undefined;
  /** Placed at this instant or later. */
  placedAfter?: string | null | undefined;
  /** Placed before this instant. */
  placedBefore?: string | null | undefined;
  /** Only orders with a part of this seller. */
  sellerId?: string | null | undefined;
  /** Where the order stands. */
  status?: OrderStatus | null | undefined;
};

/** Where an order stands. */
export type OrderStatus =
  /** The buyer has not paid yet. */
  | 'AWAITING_PAYMENT'
  /** It was given up before it was paid, or all of it was given back before anything had left. It is READY_TO_SHIP again when such a refund is cancelled or refused. */
  | 'CANCELLED'
  /** The payment was captured. */
  | 'PAID';

/** Offers the ownership of any seller to one of its members. */
export type OwnershipAssignInput = {
  /** What all present owners will be then; managers when absent, owners still when OWNER. */
  formerRole?: SellerMemberRole | null | undefined;
  /** The member who is asked to be an owner. */
  memberId: string;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
  /** The seller. */
  sellerId: string;
};

/** Names the offer to accept. */
export type OwnershipTransferAcceptInput = {
  /** The id of the offer. */
  offerId: string;
};

/** Names the offer to take back. */
export type OwnershipTransferCancelInput = {
  /** The id of the offer. */
  offerId: string;
};

/** Names the offer to decline. */
export type OwnershipTransferDeclineInput = {
  /** The id of the offer. */
  offerId: string;
};

/** Offers the ownership of the seller that the request acts for. */
export type OwnershipTransferInput = {
  /** What you will be then; a manager when absent, an owner still when OWNER. */
  formerRole?: SellerMemberRole | null | undefined;
  /** The member who is asked to be an owner. */
  memberId: string;
};

/** Gives a parked job one more attempt. */
export type ParkedJobRetryInput = {
  /** The number of the job. */
  jobId: string;
};

/** A passkey that is shown: members of what `toJSON` gives of the answer of `navigator.credentials.get`. */
export type PasskeyAssertionInput = {
  /** `response.authenticatorData`. */
  authenticatorData: string;
  /** What the challenge came with. */
  ceremony: string;
  /** `response.clientDataJSON`. */
  clientDataJson: string;
  /** `id`. */
  credentialId: string;
  /** `response.signature`. */
  signature: string;
  /** `response.userHandle`; required for signing in. */
  userHandle?: string | null | undefined;
};

/** Answers the challenge for a new passkey. */
export type PasskeyEnrolCompleteInput = {
  /** What the challenge came with. */
  ceremony: string;
  /** The new passkey. */
  credential: PasskeyRegistrationInput;
  /** What to call the passkey, up to 60 characters. */
  name: string;
};

/** Asks for a challenge for a new passkey. */
export type PasskeyEnrolStartInput = {
  /** The password of the account. Needed of those who have no factor yet; others must have shown one within the last 10 minutes. */
  password?: string | null | undefined;
};

/** A new passkey: members of what `toJSON` gives of the answer of `navigator.credentials.create`. */
export type PasskeyRegistrationInput = {
  /** `response.attestationObject`. */
  attestationObject: string;
  /** `response.clientDataJSON`. */
  clientDataJson: string;
  /** `id`. */
  credentialId: string;
  /** `response.transports`. */
  transports?: Array<string> | null | undefined;
};

/** Asks for a passkey to be taken away. */
export type PasskeyRemoveInput = {
  /** The code; of no meaning with PASSKEY. */
  code?: string | null | undefined;
  /** The kind of factor. */
  method?: FactorMethod;
  /** The answer of a passkey, with PASSKEY; it may be the one that goes. */
  passkey?: PasskeyAssertionInput | null | undefined;
  /** The passkey. */
  passkeyId: string;
  /** The password of the account. */
  password: string;
};

/** Asks for a passkey to be called otherwise. */
export type PasskeyRenameInput = {
  /** What to call it, up to 60 characters. */
  name: string;
  /** The passkey. */
  passkeyId: string;
};

/** Answers the challenge for signing in. */
export type PasskeySignInCompleteInput = {
  /** The answer of the passkey. */
  passkey: PasskeyAssertionInput;
};

/** Sets a new password by the present one. */
export type PasswordChangeInput = {
  /** The present password. */
  currentPassword: string;
  /** The new password, by the rules of accountRegister. */
  password: string;
};

/** Sets a new password by a mailed link. */
export type PasswordResetInput = {
  /** The new password, by the rules of accountRegister. */
  password: string;
  /** The part of the mailed link that follows the `#`. */
  token: string;
};

/** Asks for a link that sets a new password. */
export type PasswordResetRequestInput = {
  /** The address of the account. */
  email: string;
};

/** Why an attempt to pay failed, and so what the buyer can do. */
export type PaymentDeclineReason =
  /** The bank could not make sure who pays: confirm again. */
  | 'AUTHENTICATION_FAILED'
  /** The card was declined, or the bank refused the debit: pay in another way. */
  | 'CARD_DECLINED'
  /** The card has expired: use another one. */
  | 'EXPIRED_CARD'
  /** The number or the date of the card is wrong. */
  | 'INCORRECT_CARD'
  /** The security code of the card is wrong. */
  | 'INCORRECT_CVC'
  /** The account has not enough money: use another card. */
  | 'INSUFFICIENT_FUNDS'
  /** The bank could not be reached: try again later. */
  | 'PROCESSING_ERROR';

/** Where the money of payments is. */
export type PaymentMode =
  /** People pay. */
  | 'LIVE'
  /** A simulator stands in for the payment provider: nobody pays. */
  | 'SIMULATOR'
  /** At the payment provider, with keys for tests: nobody pays. */
  | 'TEST';

/** Where a payment stands. */
export type PaymentStatus =
  /** The buyer has to confirm. */
  | 'AWAITING_BUYER'
  /** It was given up; no money was taken. */
  | 'CANCELLED'
  /** The money was taken. */
  | 'CAPTURED'
  /** The provider has not answered yet. */
  | 'CREATING';

/** Where at the provider a link leads. */
export type PayoutAccountPage =
  /** The provider's dashboard for sellers who have filled in the form: balance, payouts and bank account. */
  | 'DASHBOARD'
  /** The form in which a seller says who they are and where their money goes. */
  | 'FORM';

/** Lets a page show the provider's components. */
export type PayoutAccountSessionCreateInput = {
  /** The seller; the one you act for when left out. */
  sellerId?: string | null | undefined;
};

/** Where a payout account stands. */
export type PayoutAccountStatus =
  /** The provider is opening it. */
  | 'CREATING'
  /** Money can be transferred and paid out. */
  | 'ENABLED'
  /** The seller has to fill in the provider's form. */
  | 'ONBOARDING'
  /** The provider has closed it for good. */
  | 'REJECTED'
  /** It needs something of the seller. */
  | 'RESTRICTED'
  /** The provider checks what the seller has told. */
  | 'VERIFYING';

/** Why a payout is not made. */
export type PayoutBlock =
  /** The provider pays nothing out of the account. */
  | 'ACCOUNT_NOT_READY'
  /** Less is available than is paid out at least. */
  | 'BELOW_MINIMUM'
  /** Much of what was paid out can still be disputed, so a part stays in the balance. */
  | 'EXPOSURE'
  /** A member's second factor was reset a short time ago. */
  | 'HELD'
  /** Operators hold the seller's money back; `sellerPayoutHolds` says why and until when. */
  | 'HELD_BACK'
  /** The last payout was refused or came back. */
  | 'LAST_FAILED'
  /** Nothing is available. */
  | 'NOTHING_AVAILABLE'
  /** There is no payout account. */
  | 'NO_ACCOUNT'
  /** No bank account of the seller takes the currency. */
  | 'NO_BANK_ACCOUNT'
  /** Another payout, or the fee of one, is under way. */
  | 'UNDER_WAY';

/** What the hold of a seller's money runs from. */
export type PayoutHoldStart =
  /** From when the buyer has paid, whatever is shipped. */
  | 'CAPTURED'
  /** From when the goods were shipped. */
  | 'SHIPPED';

/** Narrows a list of payouts. */
export type PayoutListFilter = {
  /** Only payouts of this seller. A member's own when it is left out; those of all for an operator. */
  sellerId?: string | null | undefined;
  /** Only payouts in this status. */
  status?: PayoutStatus | null | undefined;
};

/** How fast a payout is. */
export type PayoutMethod =
  /** Some minutes, for a fee. */
  | 'INSTANT'
  /** Some working days. */
  | 'STANDARD';

/** What of a payout an amount is. */
export type PayoutPart =
  /** What buyers' banks took of it, and what the seller was charged of their fees. */
  | 'DISPUTES'
  /** Commission and its VAT, less what was given back of them. */
  | 'FEES'
  /** Everything else: debts that were paid, credits, payouts that came back, what is kept aside while buyers' banks decide. */
  | 'OTHER'
  /** What buyers got back of the seller's part. */
  | 'REFUNDS'
  /** What was put into the seller's reserve, or came out of it. */
  | 'RESERVE'
  /** What was sold: goods less the seller's discounts, shipping and taxes that are the seller's. */
  | 'SALES';

/** How often a seller is paid out. */
export type PayoutScheduleKind =
  /** Every day. */
  | 'DAILY'
  /** When the seller asks for it, and before money has been at the provider for too long. */
  | 'MANUAL'
  /** On one day of the month. */
  | 'MONTHLY'
  /** As soon as something is available, as often as the platform lets it. */
  | 'PLATFORM'
  /** On one day of the week. */
  | 'WEEKLY';

/** Where a payout stands. */
export type PayoutStatus =
  /** It was cancelled; the money is in the seller's balance again. */
  | 'CANCELLED'
  /** It was refused or came back; the money is in the seller's balance again. */
  | 'FAILED'
  /** It is on its way to the bank. */
  | 'IN_TRANSIT'
  /** It has arrived. */
  | 'PAID'
  /** The provider has accepted it. */
  | 'PENDING'
  /** It is written down. */
  | 'PLANNED'
  /** The provider was asked. */
  | 'SENDING';

/** Something a role may do. Which role may do what is in docs/permissions.md. */
export type Permission =
  /** To change one's own password and address, and to end one's own sessions. */
  | 'ACCOUNT_EDIT'
  /** To see people's accounts and from where they are signed in. */
  | 'ACCOUNT_READ'
  /** To make, rotate and revoke API keys. */
  | 'API_KEY_EDIT'
  /** To see API keys of one's seller; for an operator, every one. */
  | 'API_KEY_READ'
  /** To get a file of the audit log. */
  | 'AUDIT_EXPORT'
  /** To see the audit log; for a member, what is about their seller. */
  | 'AUDIT_READ'
  /** To read what is masked of a buyer for a quarter of an hour, with a reason that goes on record. */
  | 'BUYER_PII_REVEAL'
  /** To keep somebody out, and to let them in again. */
  | 'BUYER_SUSPEND'
  /** To change one's own cart. */
  | 'CART_EDIT'
  /** To see one's own cart. */
  | 'CART_READ'
  /** To turn one's own cart into an order. */
  | 'CHECKOUT_COMPLETE'
  /** To draft and simulate commission rulesets. */
  | 'COMMISSION_EDIT'
  /** To publish commission rulesets, with a second person. */
  | 'COMMISSION_PUBLISH'
  /** To see commission rulesets. */
  | 'COMMISSION_READ'
  /** To accept the seller's share of a dispute; for an operator, to tell the bank that the buyer is right. */
  | 'DISPUTE_ACCEPT'
  /** To say what the seller has to say to a dispute. */
  | 'DISPUTE_EVIDENCE'
  /** To add files of evidence to a dispute, and to take them out: for a member, those of the seller, for an operator, those of the platform. */
  | 'DISPUTE_FILE'
  /** To see disputes: for a member, what they ask of the seller. */
  | 'DISPUTE_READ'
  /** To say whose share of a dispute is what. */
  | 'DISPUTE_SHARE'
  /** To send evidence to the bank. */
  | 'DISPUTE_SUBMIT'
  /** To propose and to approve that somebody is erased. */
  | 'ERASURE_PROPOSE'
  /** To see the files that were made for oneself. */
  | 'EXPORT_READ'
  /** To ask for the second factors of somebody who has lost them to be taken away. */
  | 'FACTOR_RESET'
  /** To approve that, and to stop it before it is done. */
  | 'FACTOR_RESET_DECIDE'
  /** To see what issuers of cards have warned of. */
  | 'FRAUD_WARNING_READ'
  /** To see imports and their reports. */
  | 'IMPORT_READ'
  /** To give such a job one more attempt. */
  | 'JOB_RETRY'
  /** To get a file of the whole ledger. */
  | 'LEDGER_EXPORT'
  /** To see the whole ledger. */
  | 'LEDGER_READ'
  /** To get a file of a list that one may read. */
  | 'LIST_EXPORT'
  /** To accept and decline invitations, and to leave a seller. */
  | 'MEMBERSHIP_EDIT'
  /** To delete notes that others have written. */
  | 'NOTE_DELETE'
  /** To write such notes, and to change and delete one's own. */
  | 'NOTE_EDIT'
  /** To read what operators have written about sellers and orders. */
  | 'NOTE_READ'
  /** To create offers and set their prices. */
  | 'OFFER_EDIT'
  /** To see who runs the platform. */
  | 'OPERATOR_LIST'
  /** To invite operators, change what they do, and remove them. */
  | 'OPERATOR_ROLE'
  /** To cancel one's own order; for an operator, any order. */
  | 'ORDER_CANCEL'
  /** To see one's own orders; for an operator, every order. */
  | 'ORDER_READ'
  /** To become the owner of a seller who offers it. */
  | 'OWNERSHIP_ACCEPT'
  /** To propose, and to approve, that the ownership of a seller is offered to one of its members. */
  | 'OWNERSHIP_ASSIGN'
  /** To offer the ownership of a seller to somebody else. */
  | 'OWNERSHIP_TRANSFER'
  /** To have the link mailed to somebody that sets a new password. Nobody but them sees it. */
  | 'PASSWORD_RESET_START'
  /** To onboard and change a connected account. */
  | 'PAYOUT_ACCOUNT_EDIT'
  /** To see the state of a connected account. */
  | 'PAYOUT_ACCOUNT_READ'
  /** To have one's own data erased; for an operator, to propose it for somebody. */
  | 'PRIVACY_ERASE'
  /** To get a file of one's own data; for an operator, of anybody's. */
  | 'PRIVACY_EXPORT'
  /** To see who has asked to be erased. */
  | 'PRIVACY_READ'
  /** To create products. */
  | 'PRODUCT_CREATE'
  /** To change products of one's own. */
  | 'PRODUCT_EDIT'
  /** To import products from a file. */
  | 'PRODUCT_IMPORT'
  /** To take any product out of sale. */
  | 'PRODUCT_MODERATE'
  /** To publish products and take them back. */
  | 'PRODUCT_PUBLISH'
  /** To see products and offers that are not published. */
  | 'PRODUCT_READ'
  /** To approve and reject what others propose; each kind of proposal asks for a permission of its own besides. */
  | 'PROPOSAL_DECIDE'
  /** To see what waits for a second person, and what became of it. */
  | 'PROPOSAL_READ'
  /** To take back what one has proposed. */
  | 'PROPOSAL_WITHDRAW'
  /** To compare the ledger with the provider. */
  | 'RECONCILE_RUN'
  /** To say what a difference between ledger and provider is, and to book it. */
  | 'RECONCILIATION_RESOLVE'
  /** To propose, and to approve as the second person, a refund above the limit of one. */
  | 'REFUND_APPROVE'
  /** To refund any order. */
  | 'REFUND_CREATE'
  /** To see refunds: one's own, those that take from the seller, or all for an operator. */
  | 'REFUND_READ'
  /** To get a file of such a report. */
  | 'REPORT_EXPORT'
  /** To see what is reported to authorities, and what sellers bring. */
  | 'REPORT_READ'
  /** To apply to sell. */
  | 'SELLER_APPLY'
  /** To approve the application of a seller. */
  | 'SELLER_APPROVE'
  /** To see what a seller is owed. */
  | 'SELLER_BALANCE_READ'
  /** To charge and credit sellers and to take that back, and to propose and approve it above the limit of one person. */
  | 'SELLER_CHARGE_CREATE'
  /** To close a seller for good. */
  | 'SELLER_CLOSE'
  /** To propose, and to approve, that a seller is closed for good. */
  | 'SELLER_CLOSE_PROPOSE'
  /** To see which commission applies to a seller. */
  | 'SELLER_COMMISSION_READ'
  /** To take what a seller owes from its balance at the provider. */
  | 'SELLER_DEBT_COLLECT'
  /** To propose, and to approve, that a debt is given up. */
  | 'SELLER_DEBT_WRITE_OFF'
  /** To change the profile of a seller. */
  | 'SELLER_EDIT'
  /** To see the ledger entries of a seller. */
  | 'SELLER_LEDGER_READ'
  /** To change who a seller is by law. */
  | 'SELLER_LEGAL_EDIT'
  /** To see who a seller is by law. */
  | 'SELLER_LEGAL_READ'
  /** To list every seller, in every status. */
  | 'SELLER_LIST'
  /** To change what members do and to let them in again; a manager does so with neither owners nor managers. */
  | 'SELLER_MEMBER_EDIT'
  /** To invite people to act for the seller; a manager invites neither owners nor managers. */
  | 'SELLER_MEMBER_INVITE'
  /** To see invitations and who has not signed in for long. */
  | 'SELLER_MEMBER_READ'
  /** To remove members; a manager removes neither owners nor managers. */
  | 'SELLER_MEMBER_REMOVE'
  /** To cancel seller orders that are not shipped. */
  | 'SELLER_ORDER_CANCEL'
  /** To see seller orders. */
  | 'SELLER_ORDER_READ'
  /** To refund lines of seller orders. */
  | 'SELLER_ORDER_REFUND'
  /** To ship seller orders. */
  | 'SELLER_ORDER_SHIP'
  /** To see payouts of a seller. */
  | 'SELLER_PAYOUT_READ'
  /** To propose, and to approve, that a payout outside the provider is put on the books. */
  | 'SELLER_PAYOUT_RECORD'
  /** To ask for a payout now. */
  | 'SELLER_PAYOUT_REQUEST'
  /** To say when a seller is paid out, and how much at least. */
  | 'SELLER_PAYOUT_SCHEDULE'
  /** To make plans of sellers, to propose and approve what they cost and allow, and to say who is on which. */
  | 'SELLER_PLAN_EDIT'
  /** To see the private side of a seller: status, members, legal data. */
  | 'SELLER_READ'
  /** To end the suspension of a seller. */
  | 'SELLER_REINSTATE'
  /** To reject the application of a seller. */
  | 'SELLER_REJECT'
  /** To make and change roles of the seller's own. */
  | 'SELLER_ROLE_EDIT'
  /** To get a file of a statement of a seller. */
  | 'SELLER_STATEMENT_EXPORT'
  /** To suspend a seller. */
  | 'SELLER_SUSPEND'
  /** To see transfers to a seller. */
  | 'SELLER_TRANSFER_READ'
  /** To sign somebody out. */
  | 'SESSION_END'
  /** To see what governs the installation, and how it is set. */
  | 'SETTINGS_READ'
  /** To see to whom and where seller orders go. Without it a member sees initials and the country. */
  | 'SHIPPING_ADDRESS_READ'
  /** To set and adjust stock. */
  | 'STOCK_EDIT'
  /** To see stock and reservations. */
  | 'STOCK_READ'
  /** To see how the process does, its settings, and jobs that have failed for the last time. */
  | 'SYSTEM_READ'
  /** To record taxes that were remitted to an authority, and to take that back. */
  | 'TAX_REMIT'
  /** To publish versions of the terms, and to withdraw those to come. */
  | 'TERMS_EDIT'
  /** To see every version of the terms, also those to come. */
  | 'TERMS_READ'
  /** To hold money back from a seller. */
  | 'TRANSFER_HOLD'
  /** To let go the money of a seller that is held back. */
  | 'TRANSFER_RELEASE'
  /** To see for a short time what a member of a seller sees. */
  | 'VIEW_AS'
  /** To change something besides, for another reason. */
  | 'VIEW_AS_WRITE'
  /** To make, change and delete webhooks and their secrets. */
  | 'WEBHOOK_EDIT'
  /** To see the webhooks of one's seller, what was sent to them and what they have answered; for an operator, every one. */
  | 'WEBHOOK_READ'
  /** To have tests and past deliveries sent to webhooks. */
  | 'WEBHOOK_SEND';

/** Asks to read what is masked of a buyer. */
export type PersonalDataRevealInput = {
  /** Why, at most 1,000 characters. It goes on record. */
  reason: string;
  /** An order, a seller order for the order that it belongs to, or an account. */
  subject: string;
};

/** What somebody chooses. What is absent stays as it is. */
export type PreferencesSetInput = {
  /** Whether single keys do something on the pages. */
  hasShortcuts?: boolean | null | undefined;
  /** The language, a tag of RFC 5646; empty for none. */
  language?: string | null | undefined;
  /** Whether the pages are light or dark. */
  theme?: Theme | null | undefined;
  /** The time zone, a name of the IANA database; empty for that of the browser. */
  timeZone?: string | null | undefined;
};

/** Asks for a file of a person's data. */
export type PrivacyExportCreateInput = {
  /** Whose data; an operator must say, everybody else may leave it out or name themselves. */
  accountId?: string | null | undefined;
  /** Why; an operator must say. It goes on record. */
  reason?: string | null | undefined;
};

/** Names the product to archive. */
export type ProductArchiveInput = {
  /** The id of the product. */
  id: string;
};

/** A new product with its variants, offers and stock. */
export type ProductCreateInput = {
  /** The brand, at most 120 characters. */
  brand?: string | null | undefined;
  /** The description, HTML, at most 60,000 characters. */
  descriptionHtml?: string | null | undefined;
  /** One's own key for the product, unique; imports find it by this. */
  handle?: string | null | undefined;
  /** Images in the order of display, at most 50. */
  images?: Array<ProductImageInput> | null | undefined;
  /** The names of the options, at most 3; none for a product of a single variant. */
  optionNames?: Array<string> | null | undefined;
  /** The kind of product, at most 120 characters. */
  productType?: string | null | undefined;
  /** DRAFT or ACTIVE; DRAFT when absent. */
  status?: ProductStatus | null | undefined;
  /** Tags, at most 50 of 60 characters. */
  tags?: Array<string> | null | undefined;
  /** The title, at most 255 characters. */
  title: string;
  /** The variants, 1 to 250. A product may have 2,000: `variantsCreate` adds others, and so does an import. */
  variants: Array<VariantInput>;
};

/** A picture. */
export type ProductImageInput = {
  /** A text for those who do not see it, at most 255 characters. */
  alt?: string | null | undefined;
  /** An upload of `productImageUpload` whose bytes have been sent; left out for an address. */
  uploadId?: string | null | undefined;
  /** The https address, at most 2,048 characters; left out for an upload. */
  url?: string | null | undefined;
};

/** Announces an image: a JPEG, PNG, WebP or GIF, of which pictures in three sizes are drawn and nothing else is kept. */
export type ProductImageUploadInput = {
  /** The size in bytes, 1 to 10,485,760. An image has at most 12,000 pixels on a side, and 40 million in all. */
  byteSize: number;
  /** The name of the file, at most 255 characters. */
  filename: string;
};

/** Asks for an import. */
export type ProductImportInput = {
  /** The currency of the prices in the file. */
  currencyCode: string;
  /** Whether to try everything and keep nothing; false when absent. */
  dryRun?: boolean | null | undefined;
  /** The id of an upload whose bytes have been sent. */
  uploadId: string;
};

/** How far an import is. */
export type ProductImportStatus =
  /** Every row was gone through; some may have failed. */
  | 'DONE'
  /** The file is no table of products; the problems say why. */
  | 'FAILED'
  /** Waits for a worker. */
  | 'PENDING'
  /** Is being carried out. */
  | 'RUNNING';

/** Names the product to publish. */
export type ProductPublishInput = {
  /** The id of the product. */
  id: string;
};

/** Who sees a product. */
export type ProductStatus =
  /** Everybody, while somebody offers it. */
  | 'ACTIVE'
  /** Nobody buys it any more. */
  | 'ARCHIVED'
  /** Its seller only. */
  | 'DRAFT';

/** Changes a product of one's own. What is absent stays as it is. */
export type ProductUpdateInput = {
  /** The brand, at most 120 characters. */
  brand?: string | null | undefined;
  /** The description, HTML, at most 60,000 characters. */
  descriptionHtml?: string | null | undefined;
  /** The id of the product. */
  id: string;
  /** All images; an empty list clears them. */
  images?: Array<ProductImageInput> | null | undefined;
  /** The kind of product, at most 120 characters. */
  productType?: string | null | undefined;
  /** All tags; an empty list clears them. */
  tags?: Array<string> | null | undefined;
  /** The title, at most 255 characters. */
  title?: string | null | undefined;
};

/** Approves a proposal. */
export type ProposalApproveInput = {
  /** The proposal. */
  id: string;
  /** The payloadHash of the proposal as it was read. */
  payloadHash: string;
};

/** Chooses proposals. What is left out does not narrow. */
export type ProposalFilter = {
  /** Only those that the hat of this request could approve or reject now; false: only the others. */
  isDecidable?: boolean | null | undefined;
  /** Only those of this kind, exactly. */
  kind?: string | null | undefined;
  /** Only those that stand here. */
  status?: ProposalStatus | null | undefined;
  /** Only those about this. */
  subject?: string | null | undefined;
};

/** Rejects a proposal. */
export type ProposalRejectInput = {
  /** The proposal. */
  id: string;
  /** Why, at most 1,000 characters. */
  note: string;
};

/** Where a proposal stands. */
export type ProposalStatus =
  /** Was approved by a second person, and done. */
  | 'APPROVED'
  /** Has waited for too long. */
  | 'EXPIRED'
  /** Waits for a second person. */
  | 'PENDING'
  /** Was refused by a second person. */
  | 'REJECTED'
  /** Was taken back by its proposer. */
  | 'WITHDRAWN';

/** Takes a proposal back. */
export type ProposalWithdrawInput = {
  /** The proposal. */
  id: string;
};

/** How long a difference has been there, or had been when it ended. */
export type ReconciliationAge =
  /** 30 days and more. */
  | 'OVER_30_DAYS'
  /** Less than a day. */
  | 'UNDER_1_DAY'
  /** 1 to 6 days. */
  | 'UNDER_7_DAYS'
  /** 7 to 29 days. */
  | 'UNDER_30_DAYS';

/** Narrows a list of differences; what is left out does not narrow. */
export type ReconciliationDifferenceFilter = {
  /** The account at the provider: `platform`, or a seller's `acct_…`. */
  account?: string | null | undefined;
  /** The currency. */
  currency?: string | null | undefined;
  /** What kind they are. */
  kind?: ReconciliationDifferenceKind | null | undefined;
  /** First seen before this instant. */
  seenBefore?: string | null | undefined;
  /** The seller whose account it is. */
  sellerId?: string | null | undefined;
  /** Where they stand, any of these. */
  statuses?: Array<ReconciliationDifferenceStatus> | null | undefined;
};

/** What kind of difference there is between the ledger and the payment provider. */
export type ReconciliationDifferenceKind =
  /** Journal and movement are of different amounts. */
  | 'AMOUNT_DIFFERS'
  /** The sums differ by more than the other differences explain. */
  | 'BALANCE_DIFFERS'
  /** The provider moved money that no journal answers to. */
  | 'NOT_BOOKED'
  /** A journal answers to a movement that the provider does not have. */
  | 'NOT_MOVED';

/** Says what a difference is. */
export type ReconciliationDifferenceResolveInput = {
  /** The account of the ledger, for BOOKED. */
  account?: string | null | undefined;
  /** The difference. */
  differenceId: string;
  /** The other difference, a journal without a movement, for LINKED. */
  linkedId?: string | null | undefined;
  /** Why, at most 1,000 characters. It is on record. */
  reason: string;
  /** What it is: BOOKED, LINKED or TIMING. */
  resolution: ReconciliationResolution;
};

/** In which order differences are listed. */
export type ReconciliationDifferenceSort =
  /** By size, the largest first, in minor units of whatever currency. */
  | 'LARGEST_FIRST'
  /** By when they were seen first, the newest first. */
  | 'NEWEST_FIRST'
  /** By when they were seen first, the oldest first. */
  | 'OLDEST_FIRST'
  /** By size, the smallest first, in minor units of whatever currency. */
  | 'SMALLEST_FIRST';

/** Where a difference stands. */
export type ReconciliationDifferenceStatus =
  /** An operator takes it for a matter of time. It opens again when it is there after a week. */
  | 'ACCEPTED'
  /** It is there no more. */
  | 'CLEARED'
  /** It was seen at the last comparison, and nobody has explained it. */
  | 'OPEN'
  /** An operator has booked or linked it. */
  | 'RESOLVED'
  /** The movement is booked against the account of suspense until somebody knows what it was. */
  | 'SUSPENDED';

/** How a difference ended. */
export type ReconciliationResolution =
  /** The journal has come that says what the movement was. Nobody decides this. */
  | 'ANSWERED'
  /** It was booked to an account of the ledger. */
  | 'BOOKED'
  /** A later comparison did not find it any more. Nobody decides this. */
  | 'GONE'
  /** The movement belongs to a journal that answered to another one, which never was. */
  | 'LINKED'
  /** It goes away by itself. */
  | 'TIMING';

/** Asks for new recovery codes. */
export type RecoveryCodesRenewInput = {
  /** The code; of no meaning with PASSKEY. */
  code?: string | null | undefined;
  /** The kind of factor. */
  method?: FactorMethod;
  /** The answer of the passkey, with PASSKEY. */
  passkey?: PasskeyAssertionInput | null | undefined;
};

/** Takes a refund back before its money has left. */
export type RefundCancelInput = {
  /** The refund. */
  refundId: string;
};

/** Gives money back: of lines, an amount, or everything that remains. */
export type RefundCreateInput = {
  /** An amount of all that remains, in proportion. */
  amount?: MoneyInput | null | undefined;
  /** Names this command, 1 to 255 ASCII characters: sent again, it returns the same refund. */
  idempotencyKey: string;
  /** Everything that remains. */
  isEverything?: boolean | null | undefined;
  /** Whether the units of lines go back into the stock; no when left out. */
  isRestocked?: boolean | null | undefined;
  /** Lines, or parts of them. */
  lines?: Array<RefundLineInput> | null | undefined;
  /** The way the buyer gets it; to the card when left out. */
  method?: RefundMethod | null | undefined;
  /** For colleagues, at most 1000 characters; the buyer does not see it. */
  note?: string | null | undefined;
  /** The order or the seller order. For a member of a seller an order is their part of it. */
  orderId: string;
  /** Why. */
  reason: RefundReason;
};

/** What of a line is given back: units with all that was paid for them, or an amount; and an amount of its shipping. */
export type RefundLineInput = {
  /** An amount of the goods. */
  amount?: MoneyInput | null | undefined;
  /** The line. */
  lineId: string;
  /** Units, from 1 to what remains. */
  quantity?: number | null | undefined;
  /** An amount of the shipping. */
  shippingAmount?: MoneyInput | null | undefined;
};

/** Narrows a list of refunds. */
export type RefundListFilter = {
  /** Only refunds that were asked for at this instant or later. */
  createdAfter?: string | null | undefined;
  /** Only refunds that were asked for before this instant. */
  createdBefore?: string | null | undefined;
  /** Only refunds of this order, or of this seller order. */
  orderId?: string | null | undefined;
  /** Only refunds that take from this seller. A member's own when it is left out; those of all for an operator. */
  sellerId?: string | null | undefined;
  /** Only refunds in this status. */
  status?: RefundStatus | null | undefined;
};

/** The way a buyer gets money back. */
export type RefundMethod =
  /** By bank, outside the provider; operators only. */
  | 'BANK'
  /** To where it came from. */
  | 'CARD'
  /** As credit that the platform owes the buyer; operators only. */
  | 'STORE_CREDIT';

/** What of an order is given back. */
export type RefundPartKind =
  /** Goods of a line, less discounts, with their taxes. */
  | 'LINE'
  /** The fee that the platform has charged. */
  | 'SERVICE_FEE'
  /** The shipping of a line, with its taxes. */
  | 'SHIPPING';

/** Records that the buyer of a failed refund, or of one by bank, was paid outside the provider. */
export type RefundPayOtherwiseInput = {
  /** A key of your choice; the same key and input record the payment once, however often they are sent. */
  idempotencyKey: string;
  /** By bank, or as credit. */
  method: RefundMethod;
  /** The reference of the payment, at most 200 characters; required for a payment by bank. */
  reference?: string | null | undefined;
  /** The refund. */
  refundId: string;
};

/** Says what would be given back: lines, an amount, or everything that remains. */
export type RefundPreviewInput = {
  /** An amount of all that remains, in proportion. */
  amount?: MoneyInput | null | undefined;
  /** Everything that remains. */
  isEverything?: boolean | null | undefined;
  /** Lines, or parts of them. */
  lines?: Array<RefundLineInput> | null | undefined;
  /** The order or the seller order. For a member of a seller an order is their part of it. */
  orderId: string;
};

/** Why money is given back. */
export type RefundReason =
  /** The order, or a part of it, was cancelled. */
  | 'CANCELLED'
  /** The goods are damaged. */
  | 'DAMAGED'
  /** The buyer was charged twice. */
  | 'DUPLICATE'
  /** The buyer did not make the payment. */
  | 'FRAUDULENT'
  /** A favour. */
  | 'GOODWILL'
  /** The goods are other than described. */
  | 'NOT_AS_DESCRIBED'
  /** The goods did not arrive. */
  | 'NOT_RECEIVED'
  /** Another reason; the note says it. */
  | 'OTHER'
  /** The goods came back. */
  | 'RETURNED';

/** Where a refund stands. */
export type RefundStatus =
  /** An operator pays it by bank. */
  | 'AWAITING_BANK'
  /** It was taken back before its money had left, or it failed and the buyer has the money otherwise. */
  | 'CANCELLED'
  /** The money came back, up to 30 days later. The buyer must be paid another way, unless they have the money from their bank meanwhile, or by another refund. */
  | 'FAILED'
  /** It failed, and the buyer was paid another way. */
  | 'PAID_OTHERWISE'
  /** The provider has it, and the money has not left or not arrived. */
  | 'PENDING'
  /** It is written down. */
  | 'PLANNED'
  /** The provider has refused; nothing is given back. */
  | 'REFUSED'
  /** The buyer has to do something for it, which the provider tells them. */
  | 'REQUIRES_ACTION'
  /** The provider was asked. */
  | 'SENDING'
  /** The money has left. */
  | 'SUCCEEDED'
  /** The provider's answer was lost; it is looked up. */
  | 'UNKNOWN';

/** Why released money is not transferred. */
export type ReleaseBlockReason =
  /** The payout account cannot receive money. */
  | 'ACCOUNT_NOT_READY'
  /** A part of the order is disputed. The money waits until the bank has decided. */
  | 'DISPUTED'
  /** Operators hold it back, or all of the seller's money; `sellerPayoutHolds` says why and until when. */
  | 'HELD_BACK'
  /** No bank account of the seller takes the currency in which the money is, so the provider would convert it. It is transferred as soon as there is one. */
  | 'NO_BANK_ACCOUNT'
  /** The provider refused the transfer. */
  | 'TRANSFER_REFUSED'
  /** Somebody has taken the transfer back at the provider. It is made again after a week, unless the seller gives the money up before. */
  | 'TRANSFER_REVERSED'
  /** An operator looks at the order first. The money waits until that is done. */
  | 'UNDER_REVIEW';

/** How far a release has come. */
export type ReleaseStatus =
  /** The order is paid; the money is held. */
  | 'ACCRUED'
  /** The hold is over. */
  | 'RELEASED'
  /** It has reached the seller's balance at the provider. */
  | 'TRANSFERRED'
  /** A transfer is under way. */
  | 'TRANSFERRING';

/** Asks for a file of a report. */
export type ReportExportCreateInput = {
  /** As it was at this instant; as it is now when left out. */
  asOf?: string | null | undefined;
  /** The form. */
  format?: ReportFormat;
  /** What was booked then or later; for SALES and TAXES. */
  from?: string | null | undefined;
  /** Which report. */
  report: ReportKind;
  /** What was booked before; for SALES and TAXES. */
  to?: string | null | undefined;
  /** The year, UTC; for DAC7 and FORM_1099K. */
  year?: number | null | undefined;
};

/** In which form a report is written. */
export type ReportFormat =
  /** A table; the first row names the columns. */
  | 'CSV'
  /** A JSON object for each row, one a line. */
  | 'JSONL';

/** Which report. */
export type ReportKind =
  /** What Council Directive (EU) 2021/514 (DAC7) asks for, by quarter. */
  | 'DAC7'
  /** What Form 1099-K of the United States asks for, by month. */
  | 'FORM_1099K'
  /** What sellers have sold, and what the platform has kept of it. */
  | 'SALES'
  /** Taxes by jurisdiction and who remits them. */
  | 'TAXES';

/** What an authority asks for and is not known of a seller. */
export type ReportMissing =
  /** The address. */
  | 'ADDRESS'
  /** The date of birth, of an individual. */
  | 'BIRTH_DATE'
  /** The account that is paid to. */
  | 'FINANCIAL_ACCOUNT'
  /** Whether the seller is an individual or an entity. */
  | 'LEGAL_FORM'
  /** The name by law. */
  | 'LEGAL_NAME'
  /** The number in the register of companies, of an entity. */
  | 'REGISTRATION_NUMBER'
  /** The tax identification number. */
  | 'TAX_ID';

/** Who remits a tax. */
export type ReportRemitter =
  /** The platform. */
  | 'PLATFORM'
  /** The seller. */
  | 'SELLER';

/** Names the view to delete. */
export type SavedViewDeleteInput = {
  /** The view. */
  id: string;
};

/** A view to save. */
export type SavedViewSaveInput = {
  /** The view that it replaces; a new one when it is absent. */
  id?: string | null | undefined;
  /** Whether the page begins with it, in place of the view that did so. */
  isDefault?: boolean;
  /** A name that no other view of the page has, at most 60 characters; case does not matter. */
  name: string;
  /** The page of the list: small letters, digits and hyphens, at most 40. A view stays on its page. */
  page: string;
  /** The part of the address behind the question mark, at most 2,000 characters. */
  search: string;
};

/** What a search finds. */
export type SearchKind =
  /** Somebody with an account. For operators. */
  | 'ACCOUNT'
  /** A dispute. */
  | 'DISPUTE'
  /** An offer, by its SKU. */
  | 'OFFER'
  /** An order. For operators. */
  | 'ORDER'
  /** A payout to a seller's bank. */
  | 'PAYOUT'
  /** A product, in every status. */
  | 'PRODUCT'
  /** A refund. */
  | 'REFUND'
  /** A seller. For operators. */
  | 'SELLER'
  /** A seller's part of an order. */
  | 'SELLER_ORDER'
  /** A transfer to a seller. */
  | 'TRANSFER';

/** How well something fits the text, the best first. */
export type SearchMatch =
  /** The text is its number, name, address, SKU or identifier. */
  | 'EXACT'
  /** One of them begins with the text. */
  | 'PREFIX'
  /** Its name has for each word of the text one that begins with it. */
  | 'WORDS';

/** Asks to sell. */
export type SellerApplyInput = {
  /** The terms that are accepted with it, ids of versions in force: the seller terms, the privacy notice, the consent to marketing. Without the seller terms among them, or accepted before, the answer is TERMS_REQUIRED; while no version is in force, nothing is needed. At most 20. */
  acceptTermsVersionIds?: Array<string> | null | undefined;
  /** Where the business is, ISO 3166-1 alpha-2, such as `DE`. */
  country: string;
  /** The currency to be paid in; that of the country when absent. */
  currencyCode?: string | null | undefined;
  /** The name that the public will read, at most 80 characters. */
  name: string;
};

/** Names the seller whose approval is taken back. */
export type SellerApprovalWithdrawInput = {
  /** The id of the seller. */
  sellerId: string;
};

/** Names the seller to approve. */
export type SellerApproveInput = {
  /** What is added to the mail to the owners, at most 1,000 characters. */
  note?: string | null | undefined;
  /** The id of the seller. */
  sellerId: string;
  /** For how many seconds the approval can be withdrawn, 0 to 60; 0 when left out. The seller is approved, and its owners get mail, when they are over. */
  undoSeconds?: number | null | undefined;
};

/** Charges a seller beside orders. */
export type SellerChargeCreateInput = {
  /** The amount without VAT. */
  amount: MoneyInput;
  /** A key of your choice; the same key and input make one charge, however often they are sent. */
  idempotencyKey: string;
  /** Why, at most 1,000 characters; members of the seller read it. */
  reason: string;
  /** A reference of yours, at most 140 characters; members of the seller read it. */
  reference?: string | null | undefined;
  /** The seller. */
  sellerId: string;
  /** The VAT on it in basis points, 0 to 10,000. */
  vatBasisPoints?: number | null | undefined;
};

/** What a member does: a role that every seller has, or one of the seller's own. */
export type SellerChargeInput = {
  /** The role. */
  role: SellerMemberRole;
  /** Which role of the seller's own, when the role is CUSTOM. */
  roleId?: string | null | undefined;
};

/** Who owes whom. */
export type SellerChargeKind =
  /** The seller owes the platform. */
  | 'CHARGE'
  /** The platform owes the seller. */
  | 'CREDIT';

/** What a charge is for. */
export type SellerChargePurpose =
  /** The listing of an offer. */
  | 'LISTING'
  /** An operator decided it. */
  | 'ONE_OFF'
  /** The monthly fee of a plan. */
  | 'SUBSCRIPTION';

/** Takes a charge or credit back, all of it. */
export type SellerChargeReverseInput = {
  /** The charge or credit. */
  chargeId: string;
  /** A key of your choice; the same key and input take it back once, however often they are sent. */
  idempotencyKey: string;
  /** Why, at most 1,000 characters; members of the seller read it. */
  reason: string;
};

/** Closes the seller that the request acts for, for good. */
export type SellerCloseInput = {
  /** Why, at most 1,000 characters; the members read it. */
  reason: string;
};

/** Closes any seller for good. */
export type SellerCloseProposeInput = {
  /** Why, at most 1,000 characters; the members read it, and whoever approves. */
  reason: string;
  /** The seller. */
  sellerId: string;
};

/** Credits a seller beside orders. */
export type SellerCreditCreateInput = {
  /** The amount without VAT. */
  amount: MoneyInput;
  /** A key of your choice; the same key and input make one credit, however often they are sent. */
  idempotencyKey: string;
  /** Why, at most 1,000 characters; members of the seller read it. */
  reason: string;
  /** A reference of yours, at most 140 characters; members of the seller read it. */
  reference?: string | null | undefined;
  /** The seller. */
  sellerId: string;
  /** The VAT on it in basis points, 0 to 10,000. */
  vatBasisPoints?: number | null | undefined;
};

/** Consents to debits, or takes that back. */
export type SellerDebitConsentSetInput = {
  /** True to consent, false to take a consent back. */
  isGiven: boolean;
  /** The version of the text that was read. For consenting it must be the present one, or the answer is DEBIT_TEXT_CHANGED. */
  version: number;
};

/** How old a debt is. */
export type SellerDebtAge =
  /** 90 days and more. */
  | 'OVER_90_DAYS'
  /** Less than 30 days. */
  | 'UNDER_30_DAYS'
  /** 30 to 59 days. */
  | 'UNDER_60_DAYS'
  /** 60 to 89 days. */
  | 'UNDER_90_DAYS';

/** Why a seller has to give something back. */
export type SellerDebtCause =
  /** The seller was charged beside orders: a fee of their plan, a charge by an operator, a credit that was taken back. */
  | 'CHARGE'
  /** A buyer's bank took money back, or may; or the seller is charged the fee of that. */
  | 'DISPUTE'
  /** A buyer got money back. */
  | 'REFUND';

/** Takes what is open of a debt from the seller's balance at the provider. */
export type SellerDebtDebitInput = {
  /** The debt. */
  debtId: string;
  /** A key of your choice; the same key and input debit once, however often they are sent. */
  idempotencyKey: string;
};

/** Where a debt stands. */
export type SellerDebtStatus =
  /** Something is open. */
  | 'DUE'
  /** A dispute is open; what can be got is kept aside. */
  | 'FROZEN'
  /** Nothing is open. */
  | 'SETTLED'
  /** The buyer's money has not left yet; nothing is collected. */
  | 'WAITING';

/** Asks to give up what is open of a debt. */
export type SellerDebtWriteOffInput = {
  /** The debt. */
  debtId: string;
  /** A key of your choice; the same key and input make one proposal, however often they are sent. */
  idempotencyKey: string;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
};

/** Chooses sellers. */
export type SellerFilter = {
  /** Only those of this country, ISO 3166-1 alpha-2, such as `DE`. */
  country?: string | null | undefined;
  /** Only those with this in their name, at most 100 characters; case and accents do not matter. */
  search?: string | null | undefined;
  /** Only those who stand here. */
  status?: SellerStatus | null | undefined;
};

/** Chooses invitations. */
export type SellerInvitationFilter = {
  /** Only those that can be accepted, or only the others. */
  isOpen?: boolean | null | undefined;
  /** Only those to this role. */
  role?: SellerMemberRole | null | undefined;
  /** Whose invitations; operators have to say, members get those of the seller they act for. */
  sellerId?: string | null | undefined;
};

/** How an invitation, or an offer of ownership, has ended. */
export type SellerInvitationOutcome =
  /** It was accepted. */
  | 'ACCEPTED'
  /** Whom it was for has declined. */
  | 'DECLINED'
  /** It was not answered in time. */
  | 'EXPIRED'
  /** Whoever made it may not make it any more, or what it is about is gone. */
  | 'LAPSED'
  /** It was taken back. */
  | 'REVOKED';

/** Whether a seller is a person. Tax authorities ask different things of them. */
export type SellerLegalForm =
  /** A company, a partnership or another legal person. */
  | 'ENTITY'
  /** A natural person, also one who trades under a name. */
  | 'INDIVIDUAL';

/** Says who a seller is by law, as a whole. */
export type SellerLegalUpdateInput = {
  /** When the individual was born. It stays as it was when it is null; an entity has none. */
  birthDate?: string | null | undefined;
  /** The city. */
  city: string;
  /** The country, ISO 3166-1 alpha-2. */
  country: string;
  /** Whether the seller is a person or an entity. It stays as it was when it is null. */
  form?: SellerLegalForm | null | undefined;
  /** The name of the business, or of the person who runs it. */
  legalName: string;
  /** Street and number. */
  line1: string;
  /** More of the address. */
  line2?: string;
  /** The postal code. */
  postalCode?: string;
  /** The number in the trade register. */
  registrationNumber?: string;
  /** Which seller; operators have to say. */
  sellerId?: string | null | undefined;
  /** The number for VAT or sales tax. */
  taxId?: string;
  /** The number for taxes on income (TIN), where it is another one than taxId. It stays as it was when it is null, and is removed by an empty one. */
  tin?: string | null | undefined;
  /** The version that you saw; 0 when there was nothing yet. Another one is refused. */
  version: number;
};

/** Chooses members. */
export type SellerMemberFilter = {
  /** Only those who may act, or only those who may not. */
  isEnabled?: boolean | null | undefined;
  /** Only those who have not signed in for 90 days, or only the others. */
  isStale?: boolean | null | undefined;
  /** Only those with this role. */
  role?: SellerMemberRole | null | undefined;
  /** Only those with this role of the seller's own. */
  roleId?: string | null | undefined;
  /** Whose members; operators have to say, members get those of the seller they act for. */
  sellerId?: string | null | undefined;
};

/** What a member does for a seller. docs/permissions.md says what each may do. */
export type SellerMemberRole =
  /** Looks after products, offers and stock. */
  | 'CATALOG'
  /** Does what a role says that the seller has made itself. */
  | 'CUSTOM'
  /** Looks after money. */
  | 'FINANCE'
  /** Ships. */
  | 'FULFILMENT'
  /** Runs the business day by day. */
  | 'MANAGER'
  /** May do whatever a member can. */
  | 'OWNER'
  /** Sees and changes nothing. */
  | 'READONLY'
  /** Talks to buyers. */
  | 'SUPPORT';

/** Chooses offers of one's own. */
export type SellerOfferFilter = {
  /** The seller whose they are. A member may leave it out or name their own; an operator who leaves it out sees those of all. */
  sellerId?: string | null | undefined;
  /** Only the one with this SKU. */
  sku?: string | null | undefined;
  /** Only those in this status. */
  status?: OfferStatus | null | undefined;
};

/** Makes a link to the provider's form or dashboard. */
export type SellerOnboardingLinkCreateInput = {
  /** Where the link leads. */
  page?: PayoutAccountPage;
  /** The seller; the one you act for when left out. */
  sellerId?: string | null | undefined;
};

/** Narrows a list of seller orders; what is left out does not narrow. */
export type SellerOrderFilter = {
  /** Only parts of which something is still to be sent (READY_TO_SHIP and PARTIALLY_SHIPPED), or only others. */
  isToShip?: boolean | null | undefined;
  /** The number of the part. */
  number?: string | null | undefined;
  /** Placed at this instant or later. */
  placedAfter?: string | null | undefined;
  /** Placed before this instant. */
  placedBefore?: string | null | undefined;
  /** The seller. Members always see their own seller's; operators see all when it is left out. */
  sellerId?: string | null | undefined;
  /** Where the part stands. */
  status?: SellerOrderStatus | null | undefined;
};

/** Marks a seller order, or some of it, as sent in one parcel. */
export type SellerOrderShipInput = {
  /** Who carries it, at most 80 characters. */
  carrier?: string | null | undefined;
  /** A key of your choice for the parcel; the same key and input send it once, however often they are sent, and are answered with the seller order as it is then. Without one, each is another parcel. */
  idempotencyKey?: string | null | undefined;
  /** What the parcel holds, at most all that has not left, also of what was given back. Left out: all that is still to be sent, which that is not. */
  lines?: Array<SellerOrderShipLineInput> | null | undefined;
  /** The seller order. */
  sellerOrderId: string;
  /** The carrier's number, at most 80 characters. */
  trackingNumber?: string | null | undefined;
  /** Where it can be followed, an https address of at most 500 characters. */
  trackingUrl?: string | null | undefined;
  /** For how many seconds the shipment can be withdrawn, 0 to 60; 0 when left out. The buyer gets mail afterwards, and no hold begins before. Sending another parcel of the part ends it. */
  undoSeconds?: number | null | undefined;
};

/** Units of a line that a parcel holds. */
export type SellerOrderShipLineInput = {
  /** The line of the seller order. */
  lineId: string;
  /** How many units, at least 1. */
  quantity: number;
};

/** Takes a shipment back of which nobody was told yet. */
export type SellerOrderShipmentWithdrawInput = {
  /** The shipment. */
  shipmentId: string;
};

/** Where a seller order stands. */
export type SellerOrderStatus =
  /** The buyer has not paid yet. */
  | 'AWAITING_PAYMENT'
  /** It was given up before it was paid. */
  | 'CANCELLED'
  /** Some of it has left, and the seller has to send the rest. */
  | 'PARTIALLY_SHIPPED'
  /** It is paid, and the seller has to send it. */
  | 'READY_TO_SHIP'
  /** The seller has sent it: all of it, or what was not given back. */
  | 'SHIPPED';

/** Asks for a file of what a payout consists of. */
export type SellerPayoutExportCreateInput = {
  /** The form. */
  format?: StatementFileFormat;
  /** The payout; it has left for the bank. */
  payoutId: string;
};

/** Keeps money of a seller from leaving. */
export type SellerPayoutHoldInput = {
  /** Why, at most 1,000 characters. The seller reads it. */
  reason: string;
  /** The seller. */
  sellerId: string;
  /** One of the seller's orders: only its money is held, as far as it was not transferred. All of the seller's money when it is left out. */
  sellerOrderId?: string | null | undefined;
  /** When it ends by itself, within a year; until it is lifted when it is left out. */
  until?: string | null | undefined;
};

/** Lets go what is held. */
export type SellerPayoutHoldLiftInput = {
  /** The hold. */
  holdId: string;
  /** Why, at most 1,000 characters. The seller reads it. */
  reason: string;
};

/** Sets when a seller's money is released, for what is captured from then on. What is left out is as the platform has it. */
export type SellerPayoutPolicySetInput = {
  /** From when it holds, at most a year ahead; now when left out. */
  effectiveAt?: string | null | undefined;
  /** How many days money is held, 0 to 90. */
  holdDays?: number | null | undefined;
  /** What the hold runs from. */
  holdFrom?: PayoutHoldStart | null | undefined;
  /** Why; at most 1,000 characters. */
  reason: string;
  /** What of each release is kept in the reserve, 0 to 5000 basis points. */
  reserveBasisPoints?: number | null | undefined;
  /** How many days it is kept, 1 to 90; with the hold together at most 90. */
  reserveDays?: number | null | undefined;
  /** The seller. */
  sellerId: string;
};

/** Proposes to put a payout on the books that was made from the platform's bank account. */
export type SellerPayoutRecordInput = {
  /** What was paid, at most what is released to the seller, not transferred and not owed by them. */
  amount: MoneyInput;
  /** A key of your choice; the same key and input make one proposal, however often they are sent. */
  idempotencyKey: string;
  /** Why it was paid outside the provider; at most 1,000 characters. */
  reason: string;
  /** The reference of the bank transfer, at most 140 characters. */
  reference: string;
  /** The seller. */
  sellerId: string;
};

/** Asks for a payout of all that is available in a currency. */
export type SellerPayoutRequestInput = {
  /** The currency. */
  currencyCode: string;
  /** Names this request: asking again under the same key pays once. */
  idempotencyKey: string;
  /** How fast; STANDARD when left out. */
  method?: PayoutMethod | null | undefined;
};

/** Sets when the seller you act for is paid out. */
export type SellerPayoutScheduleSetInput = {
  /** The day: 1 (Monday) to 7 for WEEKLY, 1 to 31 for MONTHLY; else left out. */
  anchor?: number | null | undefined;
  /** How often; not more often than the platform allows. */
  kind: PayoutScheduleKind;
  /** The least that is paid out, at most one amount for each currency. */
  minimums?: Array<MoneyInput> | null | undefined;
};

/** Archives a plan: nobody is put on it any more, and those who are on it stay. */
export type SellerPlanArchiveInput = {
  /** The plan. */
  planId: string;
};

/** Puts a seller on a plan. */
export type SellerPlanAssignInput = {
  /** `changeCount` of the seller's standing as you have seen it. When something was decided since, the answer is SELLER_PLAN_CHANGED; nobody looks when it is left out. */
  changeCount?: number | null | undefined;
  /** From when on, within a year; now when left out. It never reaches back. */
  effectiveAt?: string | null | undefined;
  /** A key of your choice; the same key and input make one assignment, however often they are sent. Without one, each is another. */
  idempotencyKey?: string | null | undefined;
  /** The plan; none when left out. */
  planId?: string | null | undefined;
  /** Why, at most 1,000 characters; members of the seller read it. */
  reason: string;
  /** The seller. */
  sellerId: string;
};

/** Takes back a change of a seller's plan that has not begun. */
export type SellerPlanAssignmentCancelInput = {
  /** The assignment. */
  assignmentId: string;
};

/** Makes a plan. It has no version yet. */
export type SellerPlanCreateInput = {
  /** Its name, at most 120 characters; no other plan has it, in whatever case. */
  name: string;
};

/** What a plan costs in a currency, without VAT. */
export type SellerPlanFeeInput = {
  /** For each offer beyond the free ones, once; in the same currency. */
  listing?: MoneyInput | null | undefined;
  /** For a whole calendar month. */
  monthly: MoneyInput;
};

/** Asks what a change of a seller's plan would make of their last orders. */
export type SellerPlanPreviewInput = {
  /** How many days it looks back, 1 to 90. */
  days?: number | null | undefined;
  /** From when on, within a year; now when left out. */
  effectiveAt?: string | null | undefined;
  /** The plan; none when left out. */
  planId?: string | null | undefined;
  /** The seller. */
  sellerId: string;
};

/** Proposes a version of a plan: all of what it costs and allows. */
export type SellerPlanPublishInput = {
  /** From when on it is in force, within a year; when it is approved when left out. */
  effectiveFrom?: string | null | undefined;
  /** What it costs, one entry for each currency; without entries it costs nothing. A currency of a version before is kept. */
  fees?: Array<SellerPlanFeeInput>;
  /** How many offers may be published before a listing costs something. */
  freeListings?: number | null | undefined;
  /** How many days money of sellers on the plan is held before it is released, 0 to 90; as the platform has it when left out. A seller's tier of risk and own policy come before it. */
  holdDays?: number | null | undefined;
  /** How many offers may be published at once; no limit when left out. */
  offersMax?: number | null | undefined;
  /** The plan. */
  planId: string;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
  /** What of each release is kept in the reserve, 0 to 5,000 basis points; as the platform has it when left out. */
  reserveBasisPoints?: number | null | undefined;
  /** How many days it is kept, 1 to 90, with the hold together at most 90; as the platform has it when left out. */
  reserveDays?: number | null | undefined;
  /** How many members and open invitations there may be; no limit of the plan when left out. */
  seatsMax?: number | null | undefined;
  /** For how many days the monthly fee is not charged, at most 366. */
  trialDays?: number | null | undefined;
  /** The VAT on the fees, in basis points, 0 to 10,000. */
  vatBasisPoints?: number | null | undefined;
};

/** Chooses products of one's own. */
export type SellerProductFilter = {
  /** Only those whose title has words that begin with these, 2 to 100 characters; the first 1,000 of them. */
  search?: string | null | undefined;
  /** The seller whose they are. A member may leave it out or name their own; an operator who leaves it out sees those of all. */
  sellerId?: string | null | undefined;
  /** Only those in this status. */
  status?: ProductStatus | null | undefined;
};

/** Why an application was rejected, in one word. */
export type SellerRefusalCode =
  /** The business sells here already. */
  | 'DUPLICATE'
  /** What is to be sold is not sold here. */
  | 'GOODS'
  /** Who is behind the business was not proven. */
  | 'IDENTITY'
  /** Something that was asked for is missing. */
  | 'INCOMPLETE'
  /** The reason says it. */
  | 'OTHER'
  /** The platform would bear too much. */
  | 'RISK';

/** Names the seller to reinstate. */
export type SellerReinstateInput = {
  /** The id of the seller. */
  sellerId: string;
};

/** Names the seller to reject, with the reason that its owner reads. */
export type SellerRejectInput = {
  /** The reason, at most 1,000 characters. */
  reason: string;
  /** The reason in one word; it is kept beside the reason. */
  reasonCode?: SellerRefusalCode | null | undefined;
  /** The id of the seller. */
  sellerId: string;
};

/** How much a seller is trusted. The tier decides how long money is held, what is kept of it, whether payouts may be instant, and how much the platform is ready to lose by the seller. */
export type SellerRiskTier =
  /** Nothing is known yet. */
  | 'NEW'
  /** Has sold for a while. */
  | 'STANDARD'
  /** Has sold much for long. */
  | 'TRUSTED'
  /** Too much is disputed, or an operator says so. */
  | 'WATCHED';

/** Puts a seller in a tier. */
export type SellerRiskTierSetInput = {
  /** Why; at most 1,000 characters. */
  reason: string;
  /** The seller. */
  sellerId: string;
  /** The tier; as the rule has it when left out. */
  tier?: SellerRiskTier | null | undefined;
};

/** A role of the seller's own. */
export type SellerRoleCreateInput = {
  /** What it is for, at most 500 characters. */
  description?: string;
  /** Its name, at most 80 characters, unique among the roles of the seller. */
  name: string;
  /** What members with this role may do; at most what you may do yourself. */
  permissions: Array<Permission>;
  /** The most that they refund at once; absent: no limit. It needs SELLER_ORDER_REFUND. */
  refundLimit?: MoneyInput | null | undefined;
};

/** Takes a role away. */
export type SellerRoleDeleteInput = {
  /** What its members do instead; needed when there are any. */
  replacement?: SellerChargeInput | null | undefined;
  /** The id of the role. */
  roleId: string;
};

/** Chooses roles. */
export type SellerRoleFilter = {
  /** Only those with this in their name, at most 100 characters; case and accents do not matter. */
  search?: string | null | undefined;
  /** Whose roles; operators have to say, members get those of the seller they act for. */
  sellerId?: string | null | undefined;
};

/** A role of the seller's own as it is to be, as a whole. */
export type SellerRoleUpdateInput = {
  /** What it is for, at most 500 characters. */
  description?: string;
  /** Its name, at most 80 characters, unique among the roles of the seller. */
  name: string;
  /** What members with this role may do; at most what you may do yourself. */
  permissions: Array<Permission>;
  /** The most that they refund at once; absent: no limit. It needs SELLER_ORDER_REFUND. */
  refundLimit?: MoneyInput | null | undefined;
  /** The id of the role. */
  roleId: string;
  /** The version that you saw; another one is refused. */
  version: number;
};

/** The order of a list of sellers. */
export type SellerSort =
  /** Those who applied last come first. */
  | 'NEWEST_FIRST'
  /** Those who applied first come first. */
  | 'OLDEST_FIRST';

/** Asks for a file of a statement. */
export type SellerStatementExportCreateInput = {
  /** The form. */
  format?: StatementFileFormat;
  /** The closed statement. */
  statementId: string;
};

/** Where a seller stands. */
export type SellerStatus =
  /** Waits for an operator's decision; its members read and change nothing. */
  | 'APPLIED'
  /** May sell. */
  | 'APPROVED'
  /** Has stopped selling, for good; its members read and change nothing. */
  | 'CLOSED'
  /** Was not let in. This is final; its owner may apply again. */
  | 'REJECTED'
  /** May not sell until reinstated; its members read and change nothing. */
  | 'SUSPENDED';

/** Names the seller to suspend, with the reason that its members read. */
export type SellerSuspendInput = {
  /** The reason, at most 1,000 characters. */
  reason: string;
  /** The id of the seller. */
  sellerId: string;
};

/** Changes what the public reads of a seller; what is absent stays. */
export type SellerUpdateInput = {
  /** What the seller says of itself, at most 2,000 characters. */
  description?: string | null | undefined;
  /** The name, at most 80 characters. The slug stays. */
  name?: string | null | undefined;
  /** Which seller; operators have to say. */
  sellerId?: string | null | undefined;
  /** Where buyers write to; empty: nowhere. */
  supportEmail?: string | null | undefined;
};

/** Ends a session of one's own. */
export type SessionRevokeInput = {
  /** The session. */
  id: string;
};

/** What a session may be used for. */
export type SessionState =
  /** Everything that the account may. */
  | 'ACTIVE'
  /** Nothing but `factorVerify`, `viewer` and `signOut`: the account has a second factor that was not shown yet. It ends after 10 minutes. */
  | 'PENDING_FACTOR';

/** How the value of a setting is to be read. */
export type SettingKind =
  /** Amounts of money, by currency. */
  | 'AMOUNTS'
  /** A rate: 10,000 are the whole. */
  | 'BASIS_POINTS'
  /** How long something takes. */
  | 'DURATION'
  /** Texts, parted by commas. */
  | 'LIST'
  /** A number. */
  | 'NUMBER'
  /** A secret: it is never shown, only whether it is set. */
  | 'SECRET'
  /** True or false. */
  | 'SWITCH'
  /** A text. */
  | 'TEXT';

/** Asks for a session. */
export type SignInInput = {
  /** The e-mail address of the account. */
  email: string;
  /** The password of the account. */
  password: string;
};

/** Which of a seller's two balances a line changes. */
export type StatementBook =
  /** What the platform owes the seller, less what the seller owes. */
  | 'PLATFORM'
  /** The seller's balance at the payment provider that has not left for the bank. */
  | 'PROVIDER';

/** In which form statements and documents are written. */
export type StatementFileFormat =
  /** A table. */
  | 'CSV'
  /** For people to read. A statement of more than 2,000 lines has its sums only. */
  | 'PDF';

/** Why a balance of a seller changes. The first ones change what the platform owes. */
export type StatementLineKind =
  /** Everything else. */
  | 'ADJUSTMENTS'
  /** Charges beside orders without VAT: fees of plans, charges by operators, credits that were taken back. */
  | 'CHARGES'
  /** VAT on charges. */
  | 'CHARGES_VAT'
  /** The commission of the platform, without VAT. */
  | 'COMMISSION'
  /** Commission that was given back with refunds and disputes. */
  | 'COMMISSION_RETURNED'
  /** VAT on the commission. */
  | 'COMMISSION_VAT'
  /** The VAT on it. */
  | 'COMMISSION_VAT_RETURNED'
  /** Credits beside orders without VAT, and charges that were taken back. */
  | 'CREDITS'
  /** VAT on credits. */
  | 'CREDITS_VAT'
  /** Debts that the platform gave up, or gives up no more. */
  | 'DEBTS_WRITTEN_OFF'
  /** What the seller took off. */
  | 'DISCOUNTS'
  /** What buyers' banks took of the seller's part, with its commission. */
  | 'DISPUTES'
  /** What the seller was charged of the provider's fees of disputes, less what was given back of them. */
  | 'DISPUTE_FEES'
  /** Payouts to the bank. */
  | 'PAYOUTS'
  /** Payouts that came back. */
  | 'PAYOUTS_RETURNED'
  /** Everything else that changed the balance at the provider. */
  | 'PROVIDER_ADJUSTMENTS'
  /** Transfers that arrived at the provider. */
  | 'RECEIVED'
  /** What buyers got back of the seller's part, with its commission. */
  | 'REFUNDS'
  /** The price of goods, without discounts. */
  | 'SALES'
  /** Shipping by the seller. */
  | 'SHIPPING'
  /** Transfers that were taken back there. */
  | 'TAKEN_BACK'
  /** Taxes on top that the seller remits, less those included in prices that the platform remits. */
  | 'TAXES'
  /** Transfers to the seller's balance at the provider, and what the platform has paid by bank. */
  | 'TRANSFERS'
  /** Transfers that were refused or taken back, and debts paid from the balance at the provider. */
  | 'TRANSFERS_RETURNED';

/** Where in a balance money is. */
export type StatementPartKind =
  /** At the provider, for the next payout. */
  | 'AVAILABLE'
  /** What the seller owes; not above zero. */
  | 'DEBT'
  /** Kept aside while buyers' banks decide. */
  | 'DISPUTED'
  /** Sold, and not released yet. */
  | 'HELD'
  /** At the provider, not available yet. */
  | 'PENDING'
  /** Released, and going to be transferred. */
  | 'RELEASABLE'
  /** Kept of what was released, until its time is over. */
  | 'RESERVE'
  /** At the provider, and nobody knows yet what it was. */
  | 'UNEXPLAINED';

/** Whether a statement may still grow. */
export type StatementStatus =
  /** It never changes. */
  | 'CLOSED'
  /** It is what there is since the last closed month. */
  | 'OPEN';

/** Shows the second factor again. */
export type StepUpInput = {
  /** The code; of no meaning with PASSKEY. */
  code?: string | null | undefined;
  /** The kind of factor. */
  method?: FactorMethod;
  /** The answer of the passkey, with PASSKEY. */
  passkey?: PasskeyAssertionInput | null | undefined;
};

/** A correction of what is on hand. */
export type StockAdjustInput = {
  /** Units more, or less when negative; not zero. */
  delta: number;
  /** A key of your choice; the same key and input correct once, however often they are sent, and are answered with the stock as it is then. Without one, each is another. Only for `stockAdjust`: of several corrections the key is beside them. */
  idempotencyKey?: string | null | undefined;
  /** A note, at most 500 characters. */
  note?: string | null | undefined;
  /** The id of the offer. */
  offerId: string;
};

/** Why stock moved. */
export type StockReason =
  /** A correction by the seller. */
  | 'ADJUST'
  /** A count that a file brought. */
  | 'IMPORT'
  /** A return, or a cancellation after payment. */
  | 'RETURN'
  /** A paid order. */
  | 'SALE'
  /** A count by the seller. */
  | 'SET';

/** What a count found. */
export type StockSetInput = {
  /** A note, at most 500 characters. */
  note?: string | null | undefined;
  /** The id of the offer. */
  offerId: string;
  /** Units on hand, 0 to 1,000,000; not fewer than are reserved. */
  quantity: number;
};

/** Corrections of what is on hand. */
export type StocksAdjustInput = {
  /** The corrections, 1 to 100. */
  corrections: Array<StockAdjustInput>;
  /** A key of your choice; the same key and input correct once, however often they are sent, and are answered with the stock as it is then. Without one, each is another. */
  idempotencyKey?: string | null | undefined;
};

/** Records tax that was remitted. */
export type TaxRemittanceRecordInput = {
  /** What was remitted: at most what is payable. */
  amount: MoneyInput;
  /** The first day of the period that it is for. */
  from: string;
  /** A key of your choice; the same key and input propose it once, however often they are sent. */
  idempotencyKey: string;
  /** The jurisdiction, such as `DE` or `US-CA`; VAT on commission and charges when left out. */
  jurisdiction?: string | null | undefined;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
  /** The reference of the transfer at the bank, at most 140 characters. */
  reference: string;
  /** The last day of the period that it is for, within two years of the first. */
  until: string;
};

/** Takes a remittance back, all of it. */
export type TaxRemittanceReverseInput = {
  /** A key of your choice; the same key and input propose it once, however often they are sent. */
  idempotencyKey: string;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
  /** The remittance. */
  remittanceId: string;
};

/** Accepts versions of the terms. */
export type TermsAcceptInput = {
  /** The ids of versions that are in force, 1 to 20. What you have accepted already stays as it was. */
  versionIds: Array<string>;
};

/** What a document of the terms is about. */
export type TermsKind =
  /** What buyers and guests agree to when they order. */
  | 'BUYER_TERMS'
  /** A consent to be written to. It is given freely, and taken back at any time. */
  | 'MARKETING'
  /** What becomes of personal data. Nobody has to accept it. */
  | 'PRIVACY_NOTICE'
  /** What the owner of a seller agrees to. */
  | 'SELLER_TERMS';

/** Publishes a version of a document. Give either the text or the link. */
export type TermsPublishInput = {
  /** When it comes into force, after every version before it; at once when absent. */
  inForceFrom?: string | null | undefined;
  /** What the document is about. */
  kind: TermsKind;
  /** Where the text is, an address that begins with `https://`, at most 2,000 characters. What it leads to must not change. */
  link?: string;
  /** The text, Markdown, at most 50,000 characters. */
  text?: string;
  /** What it is called, at most 200 characters. */
  title: string;
};

/** Chooses versions of the terms. */
export type TermsVersionFilter = {
  /** Only those of this kind. */
  kind?: TermsKind | null | undefined;
};

/** Names a version that is not to come into force. */
export type TermsWithdrawInput = {
  /** The id of the version. */
  versionId: string;
};

/** Whether pages are light or dark. */
export type Theme =
  /** Dark. */
  | 'DARK'
  /** Light. */
  | 'LIGHT'
  /** As the device is at the moment. */
  | 'SYSTEM';

/** Shows that the app is set up. */
export type TotpConfirmInput = {
  /** The six digits that the app shows. */
  code: string;
};

/** Asks for an authenticator app to be set up. */
export type TotpEnrolInput = {
  /** The password of the account. Needed of those who have no factor yet; others must have shown one within the last 10 minutes. */
  password?: string | null | undefined;
};

/** Asks for the second factor to be taken away. */
export type TotpRemoveInput = {
  /** The code; of no meaning with PASSKEY. */
  code?: string | null | undefined;
  /** The kind of factor. */
  method?: FactorMethod;
  /** The answer of the passkey, with PASSKEY. */
  passkey?: PasskeyAssertionInput | null | undefined;
  /** The password of the account. */
  password: string;
};

/** Narrows a list of transfers. */
export type TransferListFilter = {
  /** Only transfers to this seller. A member's own when it is left out; those to all for an operator. */
  sellerId?: string | null | undefined;
  /** Only transfers in this status. */
  status?: TransferStatus | null | undefined;
};

/** Where a transfer stands. */
export type TransferStatus =
  /** The provider refused it, or it was held back before the provider was asked; no money has moved. */
  | 'FAILED'
  /** It is written down. */
  | 'PLANNED'
  /** The provider was asked. */
  | 'SENDING'
  /** The money has moved. */
  | 'SUCCEEDED'
  /** The provider's answer was lost; it is looked up. */
  | 'UNKNOWN';

/** Ends the trust in a device of one's own. */
export type TrustedDeviceRevokeInput = {
  /** The trusted device. */
  id: string;
};

/** Announces a file. */
export type UploadCreateInput = {
  /** The size in bytes, 1 to 20,971,520. */
  byteSize: number;
  /** `text/csv`. */
  contentType: string;
  /** The name of the file, at most 255 characters. */
  filename: string;
};

/** Adds a variant to a product of one's own. */
export type VariantCreateInput = {
  /** The id of the product. */
  productId: string;
  /** The variant. */
  variant: VariantInput;
};

/** Chooses variants of a product. What is absent does not narrow the list. */
export type VariantFilter = {
  /** Values that a variant has, exactly, at most 3. */
  options?: Array<VariantOptionInput> | null | undefined;
  /** A text in the option values or the barcode, at most 120 characters; case does not matter. For those who may change its offers, in the SKU of an offer too. */
  text?: string | null | undefined;
};

/** A variant with one's own offer of it. */
export type VariantInput = {
  /** A GTIN, EAN, UPC or ISBN. */
  barcode?: string | null | undefined;
  /** The https address of a picture. */
  imageUrl?: string | null | undefined;
  /** One's own offer; none when absent. */
  offer?: OfferInput | null | undefined;
  /** One value for each option of the product, at most 120 characters each. */
  optionValues?: Array<string> | null | undefined;
  /** The weight in grams. */
  weightGrams?: number | null | undefined;
};

/** A value of an option. No variant has one of an option that its product lacks. */
export type VariantOptionInput = {
  /** The name of the option. */
  name: string;
  /** The value. */
  value: string;
};

/** Changes a variant of a product of one's own. What is absent stays as it is. */
export type VariantUpdateInput = {
  /** A GTIN, EAN, UPC or ISBN. */
  barcode?: string | null | undefined;
  /** The id of the variant. */
  id: string;
  /** The https address of a picture; empty clears it. */
  imageUrl?: string | null | undefined;
  /** The weight in grams. */
  weightGrams?: number | null | undefined;
};

/** Adds variants to a product of one's own. */
export type VariantsCreateInput = {
  /** The id of the product. */
  productId: string;
  /** The variants, 1 to 100. */
  variants: Array<VariantInput>;
};

/** Ends a grant. */
export type ViewAsEndInput = {
  /** The grant. */
  id: string;
};

/** Asks to see what a member of a seller sees. */
export type ViewAsStartInput = {
  /** Whether the owners are not told, since they are suspected of something. */
  isSecurityCase?: boolean;
  /** For how long, 1 to 30 minutes. */
  minutes?: number;
  /** Why, at most 1,000 characters. The owners of the seller read it afterwards. */
  reason: string;
  /** The seller. */
  sellerId: string;
};

/** Asks to change something while viewing as a seller. */
export type ViewAsWriteInput = {
  /** The grant. */
  id: string;
  /** Why viewing is not enough, at most 1,000 characters. */
  reason: string;
};

/** How a try to send a message went. */
export type WebhookAttemptOutcome =
  /** Leads to an address that is not public. */
  | 'FORBIDDEN_ADDRESS'
  /** Was not seen to its end; it was sent again. */
  | 'INTERRUPTED'
  /** Was answered with another address, which is not followed. */
  | 'REDIRECTED'
  /** Was answered with another status. */
  | 'REFUSED'
  /** Is under way. */
  | 'RUNNING'
  /** Was answered with a status from 200 to 299. */
  | 'TAKEN'
  /** Was not answered within ten seconds. */
  | 'TIMED_OUT'
  /** Could not be sent: no such name, no connection, or no valid certificate. */
  | 'UNREACHABLE';

/** Says which messages are to be sent again. */
export type WebhookDeliveriesRetryInput = {
  /** The webhook. */
  id: string;
  /** Those that have failed and whose event was then or later. */
  since: string;
};

/** Chooses messages. What is left out does not narrow. */
export type WebhookDeliveryFilter = {
  /** Only those that tell of this. */
  event?: WebhookEvent | null | undefined;
  /** Only those that have come this far. */
  status?: WebhookDeliveryStatus | null | undefined;
};

/** Names the message to send again. */
export type WebhookDeliveryRetryInput = {
  /** The message; one that has ended, well or not. */
  id: string;
};

/** How far a message has come. */
export type WebhookDeliveryStatus =
  /** Was taken. */
  | 'DELIVERED'
  /** Is not sent any more by itself. */
  | 'FAILED'
  /** Is to be sent, now or later. */
  | 'PENDING';

/** Why a webhook is told of nothing. */
export type WebhookDisabledReason =
  /** Somebody has disabled it. */
  | 'BY_HAND'
  /** Nothing that was sent was taken for three days. */
  | 'FAILING'
  /** It has answered 410. */
  | 'GONE';

/** Asks for a webhook. */
export type WebhookEndpointCreateInput = {
  /** What people will call it, at most 200 characters. */
  description?: string;
  /** What it is told of: at least one, and nothing that concerns others. */
  events: Array<WebhookEvent>;
  /** Where it is told: an https address with a public host name, at most 500 characters, without a port, a user or a fragment. */
  url: string;
};

/** Names the webhook to remove. */
export type WebhookEndpointDeleteInput = {
  /** The webhook. */
  id: string;
};

/** Chooses webhooks. What is left out does not narrow. */
export type WebhookEndpointFilter = {
  /** For operators: the webhooks of this seller; those of the platform when absent. A member may leave it out or name their own. */
  sellerId?: string | null | undefined;
};

/** Asks for a new secret of a webhook. */
export type WebhookEndpointSecretRotateInput = {
  /** The webhook. */
  id: string;
  /** For how many hours messages are signed with the secret before too, 0 to 168. */
  overlapHours?: number;
};

/** Whether a webhook is told of anything. */
export type WebhookEndpointStatus =
  /** Is told of its events. */
  | 'ACTIVE'
  /** Is told of nothing until somebody enables it. */
  | 'DISABLED';

/** Names the webhook to try. */
export type WebhookEndpointTestInput = {
  /** The webhook. */
  id: string;
};

/** Says how a webhook is to be from now on. */
export type WebhookEndpointUpdateInput = {
  /** What people will call it, at most 200 characters. */
  description?: string;
  /** What it is told of, as in webhookEndpointCreate. */
  events: Array<WebhookEvent>;
  /** The webhook. */
  id: string;
  /** Whether it is told of anything. What happens while it is disabled is not told later. */
  isEnabled: boolean;
  /** Where it is told, as in webhookEndpointCreate. */
  url: string;
  /** The version that you saw. */
  version: number;
};

/** What webhooks are told of. In a message it is written in small letters, with a dot for the first underscore: `order.paid`. */
export type WebhookEvent =
  /** A seller was charged or credited beside orders. */
  | 'CHARGE_CREATED'
  /** Such a charge or credit was taken back. */
  | 'CHARGE_REVERSED'
  /** A dispute was opened, or has ended. */
  | 'DISPUTE_CHANGED'
  /** An import of products has ended, well or not. */
  | 'IMPORT_FINISHED'
  /** An unpaid order was given up. For the platform only. */
  | 'ORDER_CANCELLED'
  /** An order is paid: for a seller, their part of it. */
  | 'ORDER_PAID'
  /** Some of a seller's part of an order has left, and more is to follow. */
  | 'ORDER_PARTIALLY_SHIPPED'
  /** A seller has sent their part of an order: nothing is to follow. */
  | 'ORDER_SHIPPED'
  /** A payout account stands otherwise at Stripe than it did. */
  | 'PAYOUT_ACCOUNT_CHANGED'
  /** A payout came back from the bank. */
  | 'PAYOUT_RETURNED'
  /** A product can no longer be bought. */
  | 'PRODUCT_ARCHIVED'
  /** A product can be bought. */
  | 'PRODUCT_PUBLISHED'
  /** Money is promised back to a buyer. */
  | 'REFUND_CREATED'
  /** A refund came back: the buyer must be paid another way. */
  | 'REFUND_FAILED'
  /** A refund has left for the buyer. */
  | 'REFUND_SUCCEEDED'
  /** A refund gives nothing back after all. */
  | 'REFUND_VOIDED'
  /** A business has applied. For the platform only. */
  | 'SELLER_APPLIED'
  /** A seller may sell. */
  | 'SELLER_APPROVED'
  /** A seller has stopped selling for good. */
  | 'SELLER_CLOSED'
  /** A suspended seller may sell again. */
  | 'SELLER_REINSTATED'
  /** An application was turned down. For the platform only. */
  | 'SELLER_REJECTED'
  /** A seller may not sell until reinstated. */
  | 'SELLER_SUSPENDED'
  /** The statement of a month was closed. */
  | 'STATEMENT_CLOSED'
  /** An invoice for commission, or a credit note, was issued. */
  | 'STATEMENT_DOCUMENT_ISSUED'
  /** A test that somebody has asked for. It cannot be chosen: every webhook gets it. */
  | 'WEBHOOK_TEST';

export type AdminOwnBusinessQueryVariables = Exact<{
  id: string;
}>;


export type AdminOwnBusinessQuery = { seller: { id: string, name: string, slug: string, country: string, currencyCode: string, description: string, supportEmail: string, business: { status: SellerStatus, reason: string, legal: { form: SellerLegalForm | null, legalName: string, registrationNumber: string, taxId: string, tin: string, birthDate: string | null, line1: string, line2: string, postalCode: string, city: string, country: string, version: number, updatedAt: string } | null } | null } | null };

export type AdminOwnProfileUpdateMutationVariables = Exact<{
  input: SellerUpdateInput;
}>;


export type AdminOwnProfileUpdateMutation = { sellerUpdate: { seller: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOwnLegalUpdateMutationVariables = Exact<{
  input: SellerLegalUpdateInput;
}>;


export type AdminOwnLegalUpdateMutation = { sellerLegalUpdate: { legal: { version: number } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOwnPlanQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminOwnPlanQuery = { sellerPlanStanding: { trialEndsAt: string | null, plan: { id: string, name: string } | null, version: { id: string, number: number, vatBasisPoints: number, freeListings: number, offersMax: number | null, seatsMax: number | null, effectiveFrom: string, fees: Array<{ currencyCode: string, monthly: { amount: string, currencyCode: string }, listing: { amount: string, currencyCode: string } }> } | null, assignments: Array<{ id: string, planId: string | null, reason: string, effectiveAt: string }>, changes: Array<{ id: string, reason: string, effectiveAt: string, createdAt: string, cancelledAt: string | null, plan: { id: string, name: string } | null }> } | null };

export type AdminOwnChargesQueryVariables = Exact<{
  purpose?: SellerChargePurpose | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminOwnChargesQuery = { sellerCharges: { nodes: Array<{ id: string, kind: SellerChargeKind, purpose: SellerChargePurpose, reason: string, reference: string, createdAt: string, reversedAt: string | null, reversalReason: string | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminOwnOpenOrdersQueryVariables = Exact<{
  first?: number | null | undefined;
  last?: number | null | undefined;
}>;


export type AdminOwnOpenOrdersQuery = { sellerOrders: { totalCount: number | null, nodes: Array<{ id: string, number: string, placedAt: string, paidAt: string | null, total: { amount: string, currencyCode: string }, shippingAddress: { name: string, city: string, country: string }, disputes: Array<{ id: string, status: DisputeStatus }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminOwnStartQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminOwnStartQuery = { sellerProducts: { nodes: Array<{ id: string, status: ProductStatus }> } | null, sellerOffers: { nodes: Array<{ id: string, status: OfferStatus }> } | null };

export type AdminOwnCloseMutationVariables = Exact<{
  input: SellerCloseInput;
}>;


export type AdminOwnCloseMutation = { sellerClose: { seller: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type ProductOfferPartsFragment = { id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, seller: { id: string } | null, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number } | null };

export type ProductVariantPartsFragment = { id: string, title: string, optionValues: Array<string>, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, seller: { id: string } | null, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number } | null }> };

export type ProductPartsFragment = { id: string, title: string, slug: string, status: ProductStatus, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, updatedAt: string, images: Array<{ url: string, smallUrl: string, alt: string }>, createdBy: { id: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> };

export type AdminProductQueryVariables = Exact<{
  id: string;
}>;


export type AdminProductQuery = { product: { variantCount: number, id: string, title: string, slug: string, status: ProductStatus, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, updatedAt: string, options: Array<{ name: string, values: Array<string>, valueCount: number }>, images: Array<{ url: string, smallUrl: string, alt: string }>, createdBy: { id: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> } | null };

export type AdminProductVariantsQueryVariables = Exact<{
  id: string;
  filter?: VariantFilter | null | undefined;
  size?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminProductVariantsQuery = { product: { id: string, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, seller: { id: string } | null, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type AdminProductOffersQueryVariables = Exact<{
  id: string;
  filter?: VariantFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AdminProductOffersQuery = { product: { id: string, variantsConnection: { nodes: Array<{ id: string, title: string, offers: Array<{ id: string, version: number, status: OfferStatus, sku: string | null, seller: { id: string } | null, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type AdminProductCreateMutationVariables = Exact<{
  input: ProductCreateInput;
}>;


export type AdminProductCreateMutation = { productCreate: { product: { id: string, title: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminProductImageUploadMutationVariables = Exact<{
  input: ProductImageUploadInput;
}>;


export type AdminProductImageUploadMutation = { productImageUpload: { upload: { id: string, url: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminProductUpdateMutationVariables = Exact<{
  input: ProductUpdateInput;
}>;


export type AdminProductUpdateMutation = { productUpdate: { product: { id: string, images: Array<{ url: string, smallUrl: string, alt: string }> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminProductPublishMutationVariables = Exact<{
  input: ProductPublishInput;
}>;


export type AdminProductPublishMutation = { productPublish: { product: { id: string, status: ProductStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminProductArchiveMutationVariables = Exact<{
  input: ProductArchiveInput;
}>;


export type AdminProductArchiveMutation = { productArchive: { product: { id: string, status: ProductStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminVariantCreateMutationVariables = Exact<{
  input: VariantCreateInput;
}>;


export type AdminVariantCreateMutation = { variantCreate: { variant: { id: string, title: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminVariantsCreateMutationVariables = Exact<{
  input: VariantsCreateInput;
}>;


export type AdminVariantsCreateMutation = { variantsCreate: { variants: Array<{ id: string }> | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminVariantUpdateMutationVariables = Exact<{
  input: VariantUpdateInput;
}>;


export type AdminVariantUpdateMutation = { variantUpdate: { variant: { id: string, title: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOfferCreateMutationVariables = Exact<{
  input: OfferCreateInput;
}>;


export type AdminOfferCreateMutation = { offerCreate: { offer: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOfferUpdateMutationVariables = Exact<{
  input: OfferUpdateInput;
}>;


export type AdminOfferUpdateMutation = { offerUpdate: { offer: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOffersUpdateMutationVariables = Exact<{
  input: OffersUpdateInput;
}>;


export type AdminOffersUpdateMutation = { offersUpdate: { offers: Array<{ id: string, version: number }> | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminStocksAdjustMutationVariables = Exact<{
  input: StocksAdjustInput;
}>;


export type AdminStocksAdjustMutation = { stocksAdjust: { stocks: Array<{ onHand: number }> | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminStockSetMutationVariables = Exact<{
  input: StockSetInput;
}>;


export type AdminStockSetMutation = { stockSet: { stock: { onHand: number } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminStockAdjustMutationVariables = Exact<{
  input: StockAdjustInput;
}>;


export type AdminStockAdjustMutation = { stockAdjust: { stock: { onHand: number } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminStockMovementsQueryVariables = Exact<{
  offerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AdminStockMovementsQuery = { stockMovements: { nodes: Array<{ id: string, delta: number, onHandAfter: number, reason: StockReason, reference: string, note: string, createdAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminCatalogueSearchQueryVariables = Exact<{
  filter?: ListingFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminCatalogueSearchQuery = { products: { nodes: Array<{ id: string, title: string, brand: string, productType: string, sellerName: string, sellerCount: number, seller: { id: string } | null, priceMin: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminCatalogueQueryVariables = Exact<{
  filter?: ListingFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminCatalogueQuery = { products: { nodes: Array<{ id: string, title: string, productType: string, sellerName: string, sellerCount: number, publishedAt: string, isInStock: boolean, seller: { id: string } | null, priceMin: { amount: string, currencyCode: string }, priceMax: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type RulesetRowFragment = { id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null };

export type RulePartsFragment = { id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, planIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } };

export type BuyerFeePartsFragment = { currencyCode: string, basisPoints: number, refund: CommissionRefundPolicy, fixed: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null };

export type RulesetFullFragment = { revision: number, id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null, rules: Array<{ id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, planIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } }>, buyerFees: Array<{ currencyCode: string, basisPoints: number, refund: CommissionRefundPolicy, fixed: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }> };

export type CommissionChangePartsFragment = { lineCount: number, seller: { id: string, name: string } | null, before: { amount: string, currencyCode: string }, after: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } };

export type AdminRulesetsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminRulesetsQuery = { commissionRulesets: { nodes: Array<{ id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, commissionRulesetInForce: { revision: number, id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null, rules: Array<{ id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, planIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } }>, buyerFees: Array<{ currencyCode: string, basisPoints: number, refund: CommissionRefundPolicy, fixed: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }> } | null };

export type AdminRulesetQueryVariables = Exact<{
  id: string;
}>;


export type AdminRulesetQuery = { commissionRuleset: { revision: number, id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null, rules: Array<{ id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, planIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } }>, buyerFees: Array<{ currencyCode: string, basisPoints: number, refund: CommissionRefundPolicy, fixed: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }> } | null };

export type AdminRulesetInForceQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminRulesetInForceQuery = { commissionRulesetInForce: { revision: number, id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null, rules: Array<{ id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, planIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } }>, buyerFees: Array<{ currencyCode: string, basisPoints: number, refund: CommissionRefundPolicy, fixed: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }> } | null };

export type AdminSimulationQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminSimulationQuery = { commissionSimulation: { id: string, status: CommissionSimulationStatus, paidFrom: string, paidBefore: string, orderCount: number, doneCount: number, totals: Array<{ lineCount: number, seller: { id: string, name: string } | null, before: { amount: string, currencyCode: string }, after: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }>, sellers: { nodes: Array<{ lineCount: number, seller: { id: string, name: string } | null, before: { amount: string, currencyCode: string }, after: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type AdminCommissionExplainQueryVariables = Exact<{
  orderLineId: string;
}>;


export type AdminCommissionExplainQuery = { commissionExplain: { orderLineId: string, rulesetVersion: number | null, ruleName: string, refund: CommissionRefundPolicy, base: { amount: string, currencyCode: string } | null, commission: { amount: string, currencyCode: string }, commissionVat: { amount: string, currencyCode: string }, steps: Array<{ operation: CommissionOperation, basisPoints: number | null, of: { amount: string, currencyCode: string } | null, amount: { amount: string, currencyCode: string } }> } | null };

export type AdminRulesetSaveMutationVariables = Exact<{
  input: CommissionRulesetSaveInput;
}>;


export type AdminRulesetSaveMutation = { commissionRulesetSave: { ruleset: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminRulesetPublishMutationVariables = Exact<{
  input: CommissionRulesetPublishInput;
}>;


export type AdminRulesetPublishMutation = { commissionRulesetPublish: { proposal: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminRulesetCancelMutationVariables = Exact<{
  input: CommissionRulesetCancelInput;
}>;


export type AdminRulesetCancelMutation = { commissionRulesetCancel: { ruleset: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminSimulateMutationVariables = Exact<{
  input: CommissionSimulateInput;
}>;


export type AdminSimulateMutation = { commissionSimulate: { simulation: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type DisputeRowFragment = { id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, amount: { amount: string, currencyCode: string } };

export type AdminDisputesQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  status?: DisputeStatus | null | undefined;
  dueBefore?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminDisputesQuery = { disputes: { nodes: Array<{ id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, parts: Array<{ sellerOrder: { id: string, number: string, seller: { id: string, name: string } | null } | null }>, amount: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type EvidencePartsFragment = { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string };

export type EvidenceFilePartsFragment = { id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean };

export type DisputeFullFragment = { answeredAt: string | null, answerFailure: string, id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, answerEvidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, parts: Array<{ sellerId: string, isEdited: boolean, acceptedAt: string | null, share: { amount: string, currencyCode: string }, evidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string }, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, sellerOrder: { id: string, number: string, total: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null }>, amount: { amount: string, currencyCode: string } };

export type AdminDisputeQueryVariables = Exact<{
  id: string;
}>;


export type AdminDisputeQuery = { dispute: { answeredAt: string | null, answerFailure: string, id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, answerEvidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, parts: Array<{ sellerId: string, isEdited: boolean, acceptedAt: string | null, share: { amount: string, currencyCode: string }, evidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string }, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, sellerOrder: { id: string, number: string, total: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null }>, amount: { amount: string, currencyCode: string } } | null };

export type AdminDisputeEvidenceSaveMutationVariables = Exact<{
  input: DisputeEvidenceSaveInput;
}>;


export type AdminDisputeEvidenceSaveMutation = { disputeEvidenceSave: { dispute: { answeredAt: string | null, answerFailure: string, id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, answerEvidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, parts: Array<{ sellerId: string, isEdited: boolean, acceptedAt: string | null, share: { amount: string, currencyCode: string }, evidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string }, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, sellerOrder: { id: string, number: string, total: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null }>, amount: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDisputeEvidenceSubmitMutationVariables = Exact<{
  input: DisputeEvidenceSubmitInput;
}>;


export type AdminDisputeEvidenceSubmitMutation = { disputeEvidenceSubmit: { dispute: { answeredAt: string | null, answerFailure: string, id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, answerEvidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, parts: Array<{ sellerId: string, isEdited: boolean, acceptedAt: string | null, share: { amount: string, currencyCode: string }, evidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string }, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, sellerOrder: { id: string, number: string, total: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null }>, amount: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDisputeFileUploadMutationVariables = Exact<{
  input: DisputeFileUploadInput;
}>;


export type AdminDisputeFileUploadMutation = { disputeFileUpload: { upload: { id: string, url: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDisputeFileAddMutationVariables = Exact<{
  input: DisputeFileAddInput;
}>;


export type AdminDisputeFileAddMutation = { disputeFileAdd: { dispute: { answeredAt: string | null, answerFailure: string, id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, answerEvidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, parts: Array<{ sellerId: string, isEdited: boolean, acceptedAt: string | null, share: { amount: string, currencyCode: string }, evidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string }, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, sellerOrder: { id: string, number: string, total: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null }>, amount: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDisputeFileRemoveMutationVariables = Exact<{
  input: DisputeFileRemoveInput;
}>;


export type AdminDisputeFileRemoveMutation = { disputeFileRemove: { dispute: { answeredAt: string | null, answerFailure: string, id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, answerEvidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, parts: Array<{ sellerId: string, isEdited: boolean, acceptedAt: string | null, share: { amount: string, currencyCode: string }, evidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string }, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, sellerOrder: { id: string, number: string, total: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null }>, amount: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDisputeAcceptMutationVariables = Exact<{
  input: DisputeAcceptInput;
}>;


export type AdminDisputeAcceptMutation = { disputeAccept: { dispute: { answeredAt: string | null, answerFailure: string, id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, answerEvidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, parts: Array<{ sellerId: string, isEdited: boolean, acceptedAt: string | null, share: { amount: string, currencyCode: string }, evidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string }, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, sellerOrder: { id: string, number: string, total: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null }>, amount: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDisputeSharesSetMutationVariables = Exact<{
  input: DisputeSharesSetInput;
}>;


export type AdminDisputeSharesSetMutation = { disputeSharesSet: { dispute: { answeredAt: string | null, answerFailure: string, id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, answerEvidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, parts: Array<{ sellerId: string, isEdited: boolean, acceptedAt: string | null, share: { amount: string, currencyCode: string }, evidence: { isMasked: boolean, productDescription: string, buyerName: string, shippingAddress: string, shippingCarrier: string, shippingDate: string, trackingNumber: string, refundPolicy: string, refundRefusal: string, statement: string }, files: Array<{ id: string, field: DisputeFileField, filename: string, contentType: string, byteSize: number, pages: number, path: string, isSent: boolean, isKept: boolean }>, sellerOrder: { id: string, number: string, total: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null }>, amount: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminListExportCreateMutationVariables = Exact<{
  input: ListExportCreateInput;
}>;


export type AdminListExportCreateMutation = { listExportCreate: { export: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type MoneyPartsFragment = { amount: string, currencyCode: string };

export type PagePartsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type UserErrorPartsFragment = { code: ErrorCode, field: Array<string> | null, message: string };

export type AddressPartsFragment = { name: string, line1: string, line2: string, postalCode: string, city: string, region: string, country: string, phone: string, isMasked: boolean };

export type WarningRowFragment = { id: string, orderId: string, orderNumber: string, fraudType: string, standing: FraudWarningStanding, isActionable: boolean, warnedAt: string, note: string, setAsideAt: string | null, amount: { amount: string, currencyCode: string } };

export type AdminFraudWarningsQueryVariables = Exact<{
  standing?: FraudWarningStanding | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminFraudWarningsQuery = { fraudWarnings: { nodes: Array<{ id: string, orderId: string, orderNumber: string, fraudType: string, standing: FraudWarningStanding, isActionable: boolean, warnedAt: string, note: string, setAsideAt: string | null, amount: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminOrderWarningsQueryVariables = Exact<{
  id: string;
}>;


export type AdminOrderWarningsQuery = { order: { id: string, fraudWarnings: Array<{ id: string, orderId: string, orderNumber: string, fraudType: string, standing: FraudWarningStanding, isActionable: boolean, warnedAt: string, note: string, setAsideAt: string | null, amount: { amount: string, currencyCode: string } }> } | null };

export type AdminFraudWarningRefundMutationVariables = Exact<{
  input: FraudWarningRefundInput;
}>;


export type AdminFraudWarningRefundMutation = { fraudWarningRefund: { refund: { id: string } | null, proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminFraudWarningSetAsideMutationVariables = Exact<{
  input: FraudWarningSetAsideInput;
}>;


export type AdminFraudWarningSetAsideMutation = { fraudWarningSetAside: { warning: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type PersonPartsFragment = { id: string, name: string, email: string | null };

export type OperatorRowFragment = { role: OperatorRole, account: { id: string, name: string, email: string | null } | null };

export type AdminOperatorsQueryVariables = Exact<{
  filter?: OperatorFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminOperatorsQuery = { operators: { nodes: Array<{ role: OperatorRole, account: { id: string, name: string, email: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type StaleOperatorRowFragment = { accountId: string, email: string | null, name: string, role: OperatorRole, idleSince: string, disabledAt: string | null };

export type AdminStaleOperatorsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminStaleOperatorsQuery = { staleOperators: { nodes: Array<{ accountId: string, email: string | null, name: string, role: OperatorRole, idleSince: string, disabledAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminOperatorRoleSetMutationVariables = Exact<{
  input: OperatorRoleSetInput;
}>;


export type AdminOperatorRoleSetMutation = { operatorRoleSet: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOperatorRemoveMutationVariables = Exact<{
  input: OperatorRemoveInput;
}>;


export type AdminOperatorRemoveMutation = { operatorRemove: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type ProposalRowFragment = { id: string, kind: string, subject: string, payload: string, payloadHash: string, reason: string, status: ProposalStatus, proposerRole: string, createdAt: string, expiresAt: string, decidedAt: string | null, note: string, isDecidable: boolean, proposer: { id: string, name: string, email: string | null } | null, decidedBy: { id: string, name: string, email: string | null } | null };

export type AdminProposalsQueryVariables = Exact<{
  filter?: ProposalFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminProposalsQuery = { proposals: { nodes: Array<{ id: string, kind: string, subject: string, payload: string, payloadHash: string, reason: string, status: ProposalStatus, proposerRole: string, createdAt: string, expiresAt: string, decidedAt: string | null, note: string, isDecidable: boolean, proposer: { id: string, name: string, email: string | null } | null, decidedBy: { id: string, name: string, email: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminProposalApproveMutationVariables = Exact<{
  input: ProposalApproveInput;
}>;


export type AdminProposalApproveMutation = { proposalApprove: { proposal: { id: string, kind: string, subject: string, payload: string, payloadHash: string, reason: string, status: ProposalStatus, proposerRole: string, createdAt: string, expiresAt: string, decidedAt: string | null, note: string, isDecidable: boolean, proposer: { id: string, name: string, email: string | null } | null, decidedBy: { id: string, name: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminProposalRejectMutationVariables = Exact<{
  input: ProposalRejectInput;
}>;


export type AdminProposalRejectMutation = { proposalReject: { proposal: { id: string, kind: string, subject: string, payload: string, payloadHash: string, reason: string, status: ProposalStatus, proposerRole: string, createdAt: string, expiresAt: string, decidedAt: string | null, note: string, isDecidable: boolean, proposer: { id: string, name: string, email: string | null } | null, decidedBy: { id: string, name: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminProposalWithdrawMutationVariables = Exact<{
  input: ProposalWithdrawInput;
}>;


export type AdminProposalWithdrawMutation = { proposalWithdraw: { proposal: { id: string, kind: string, subject: string, payload: string, payloadHash: string, reason: string, status: ProposalStatus, proposerRole: string, createdAt: string, expiresAt: string, decidedAt: string | null, note: string, isDecidable: boolean, proposer: { id: string, name: string, email: string | null } | null, decidedBy: { id: string, name: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type ApiKeyRowFragment = { id: string, name: string, mode: ApiKeyMode, scopes: Array<Permission>, addresses: Array<string>, status: ApiKeyStatus, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedPlace: string, madeBy: { id: string, name: string, email: string | null } | null, secrets: Array<{ id: string, lastFour: string, endsAt: string }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> };

export type AdminApiKeysQueryVariables = Exact<{
  filter?: ApiKeyFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminApiKeysQuery = { apiKeys: { nodes: Array<{ id: string, name: string, mode: ApiKeyMode, scopes: Array<Permission>, addresses: Array<string>, status: ApiKeyStatus, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedPlace: string, madeBy: { id: string, name: string, email: string | null } | null, secrets: Array<{ id: string, lastFour: string, endsAt: string }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminApiKeyCreateMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type AdminApiKeyCreateMutation = { apiKeyCreate: { token: string | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminApiKeyRotateMutationVariables = Exact<{
  input: ApiKeyRotateInput;
}>;


export type AdminApiKeyRotateMutation = { apiKeyRotate: { token: string | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminApiKeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type AdminApiKeyRevokeMutation = { apiKeyRevoke: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AuditRowFragment = { id: string, number: string, kind: string, subject: string, actorRole: string, apiKeyId: string | null, requestId: string, address: string, before: string, after: string, at: string, hash: string, seller: { id: string, name: string } | null, actor: { id: string, name: string, email: string | null } | null, proposedBy: { id: string, name: string, email: string | null } | null };

export type AdminAuditEntriesQueryVariables = Exact<{
  filter?: AuditEntryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminAuditEntriesQuery = { auditEntries: { nodes: Array<{ id: string, number: string, kind: string, subject: string, actorRole: string, apiKeyId: string | null, requestId: string, address: string, before: string, after: string, at: string, hash: string, seller: { id: string, name: string } | null, actor: { id: string, name: string, email: string | null } | null, proposedBy: { id: string, name: string, email: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminAuditExportCreateMutationVariables = Exact<{
  input: AuditExportCreateInput;
}>;


export type AdminAuditExportCreateMutation = { auditExportCreate: { export: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorInvitationRowFragment = { id: string, email: string, role: OperatorRole, state: OperatorInvitationState, createdAt: string, approvedAt: string | null, expiresAt: string, invitedBy: { id: string, name: string, email: string | null } | null };

export type AdminOperatorInvitationsQueryVariables = Exact<{
  filter?: OperatorInvitationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminOperatorInvitationsQuery = { operatorInvitations: { nodes: Array<{ id: string, email: string, role: OperatorRole, state: OperatorInvitationState, createdAt: string, approvedAt: string | null, expiresAt: string, invitedBy: { id: string, name: string, email: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminOperatorInviteMutationVariables = Exact<{
  input: OperatorInviteInput;
}>;


export type AdminOperatorInviteMutation = { operatorInvite: { proposal: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOperatorInvitationResendMutationVariables = Exact<{
  input: OperatorInvitationResendInput;
}>;


export type AdminOperatorInvitationResendMutation = { operatorInvitationResend: { invitation: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOperatorInvitationRevokeMutationVariables = Exact<{
  input: OperatorInvitationRevokeInput;
}>;


export type AdminOperatorInvitationRevokeMutation = { operatorInvitationRevoke: { invitation: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type TrendSumFragment = { orders: string, takeRateBasisPoints: number | null, refundBasisPoints: number | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, kept: { amount: string, currencyCode: string } };

export type TrendPartsFragment = { currency: string, current: { orders: string, takeRateBasisPoints: number | null, refundBasisPoints: number | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, kept: { amount: string, currencyCode: string } }, previous: { orders: string, takeRateBasisPoints: number | null, refundBasisPoints: number | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, kept: { amount: string, currencyCode: string } }, change: { orders: number | null, gross: number | null, net: number | null, refunds: number | null, kept: number | null }, days: Array<{ date: string, previousDate: string, gross: { amount: string, currencyCode: string }, previous: { gross: { amount: string, currencyCode: string } } }> };

export type ProductSalesPartsFragment = { productId: string, title: string, units: string, changeBasisPoints: number | null, product: { id: string, title: string } | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string } };

export type DisputeRatePartsFragment = { disputes: number, charges: number, basisPoints: number, isTooHigh: boolean, warnAt: number, measuredFrom: string, amounts: Array<{ basisPoints: number, disputed: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string } }>, networks: Array<{ name: string, basisPoints: number, disputesMin: number }> };

export type AdminSalesTrendQueryVariables = Exact<{
  days: number;
}>;


export type AdminSalesTrendQuery = { salesTrend: Array<{ currency: string, current: { orders: string, takeRateBasisPoints: number | null, refundBasisPoints: number | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, kept: { amount: string, currencyCode: string } }, previous: { orders: string, takeRateBasisPoints: number | null, refundBasisPoints: number | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, kept: { amount: string, currencyCode: string } }, change: { orders: number | null, gross: number | null, net: number | null, refunds: number | null, kept: number | null }, days: Array<{ date: string, previousDate: string, gross: { amount: string, currencyCode: string }, previous: { gross: { amount: string, currencyCode: string } } }> }> | null };

export type AdminTopProductsQueryVariables = Exact<{
  days: number;
}>;


export type AdminTopProductsQuery = { topProducts: Array<{ productId: string, title: string, units: string, changeBasisPoints: number | null, product: { id: string, title: string } | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string } }> | null };

export type AdminPlatformDisputeRateQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminPlatformDisputeRateQuery = { platformDisputeRate: { disputes: number, charges: number, basisPoints: number, isTooHigh: boolean, warnAt: number, measuredFrom: string, amounts: Array<{ basisPoints: number, disputed: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string } }>, networks: Array<{ name: string, basisPoints: number, disputesMin: number }> } | null };

export type AdminOwnTrendQueryVariables = Exact<{
  days: number;
}>;


export type AdminOwnTrendQuery = { sellerSalesTrend: Array<{ currency: string, current: { orders: string, takeRateBasisPoints: number | null, refundBasisPoints: number | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, kept: { amount: string, currencyCode: string } }, previous: { orders: string, takeRateBasisPoints: number | null, refundBasisPoints: number | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, kept: { amount: string, currencyCode: string } }, change: { orders: number | null, gross: number | null, net: number | null, refunds: number | null, kept: number | null }, days: Array<{ date: string, previousDate: string, gross: { amount: string, currencyCode: string }, previous: { gross: { amount: string, currencyCode: string } } }> }> | null };

export type AdminOwnTopProductsQueryVariables = Exact<{
  days: number;
}>;


export type AdminOwnTopProductsQuery = { sellerTopProducts: Array<{ productId: string, title: string, units: string, changeBasisPoints: number | null, product: { id: string, title: string } | null, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string } }> | null };

export type AdminOwnDisputeRateQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminOwnDisputeRateQuery = { sellerDisputeRate: { disputes: number, charges: number, basisPoints: number, isTooHigh: boolean, warnAt: number, measuredFrom: string, amounts: Array<{ basisPoints: number, disputed: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string } }>, networks: Array<{ name: string, basisPoints: number, disputesMin: number }> } | null };

export type ImportPartsFragment = { id: string, filename: string, currencyCode: string, isDryRun: boolean, status: ProductImportStatus, rows: number, rowsFailed: number, productsCreated: number, productsUpdated: number, productsUnchanged: number, productsFailed: number, offersCreated: number, offersUpdated: number, problemCount: number, createdAt: string, finishedAt: string | null };

export type AdminImportsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminImportsQuery = { productImports: { nodes: Array<{ id: string, filename: string, currencyCode: string, isDryRun: boolean, status: ProductImportStatus, rows: number, rowsFailed: number, productsCreated: number, productsUpdated: number, productsUnchanged: number, productsFailed: number, offersCreated: number, offersUpdated: number, problemCount: number, createdAt: string, finishedAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminImportQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminImportQuery = { productImport: { id: string, filename: string, currencyCode: string, isDryRun: boolean, status: ProductImportStatus, rows: number, rowsFailed: number, productsCreated: number, productsUpdated: number, productsUnchanged: number, productsFailed: number, offersCreated: number, offersUpdated: number, problemCount: number, createdAt: string, finishedAt: string | null, problems: { nodes: Array<{ line: number, column: string, handle: string, code: string, message: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type AdminUploadCreateMutationVariables = Exact<{
  input: UploadCreateInput;
}>;


export type AdminUploadCreateMutation = { uploadCreate: { upload: { id: string, url: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminProductImportMutationVariables = Exact<{
  input: ProductImportInput;
}>;


export type AdminProductImportMutation = { productImport: { productImport: { id: string, filename: string, currencyCode: string, isDryRun: boolean, status: ProductImportStatus, rows: number, rowsFailed: number, productsCreated: number, productsUpdated: number, productsUnchanged: number, productsFailed: number, offersCreated: number, offersUpdated: number, problemCount: number, createdAt: string, finishedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type LedgerTrialBalanceQueryVariables = Exact<{ [key: string]: never; }>;


export type LedgerTrialBalanceQuery = { ledgerTrialBalance: Array<{ account: string, amount: { amount: string, amountMinor: string, currencyCode: string } }> | null };

export type LedgerEntryPartsFragment = { id: string, account: string, postedAt: string, amount: { amount: string, currencyCode: string }, journal: { id: string, kind: LedgerJournalKind, source: string, providerTransaction: string } | null };

export type LedgerEntriesQueryVariables = Exact<{
  filter?: LedgerEntryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type LedgerEntriesQuery = { ledgerEntries: { nodes: Array<{ id: string, account: string, postedAt: string, seller: { id: string, name: string } | null, amount: { amount: string, currencyCode: string }, journal: { id: string, kind: LedgerJournalKind, source: string, providerTransaction: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerLedgerEntriesQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  filter?: LedgerEntryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SellerLedgerEntriesQuery = { sellerLedgerEntries: { nodes: Array<{ id: string, account: string, postedAt: string, amount: { amount: string, currencyCode: string }, journal: { id: string, kind: LedgerJournalKind, source: string, providerTransaction: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminLedgerExportCreateMutationVariables = Exact<{
  input: LedgerExportCreateInput;
}>;


export type AdminLedgerExportCreateMutation = { ledgerExportCreate: { export: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type LiveSellerOrdersSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LiveSellerOrdersSubscription = { sellerOrderUpdated: { eventId: string, event: string } | null };

export type LiveSellerOrdersPlacedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LiveSellerOrdersPlacedSubscription = { sellerOrderCreated: { eventId: string, event: string } | null };

export type LiveSellerOrderSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type LiveSellerOrderSubscription = { sellerOrderUpdated: { eventId: string, event: string } | null };

export type LiveOrderSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type LiveOrderSubscription = { orderUpdated: { eventId: string, event: string } | null };

export type PayoutAccountQueryVariables = Exact<{
  sellerId?: string | null | undefined;
}>;


export type PayoutAccountQuery = { payoutAccount: { id: string, status: PayoutAccountStatus, refusal: string | null, isDetailsSubmitted: boolean, canReceive: boolean, canPayOut: boolean, currentlyDue: Array<string>, dueBy: string | null, eventuallyDue: Array<string>, futureDue: Array<string>, futureDueBy: string | null, bankStatus: string, disabledReason: string, bankLast4: string, payoutBlock: string, nextPayoutAt: string, embeddingKey: string | null, requirementErrors: Array<{ requirement: string, code: string }> } | null };

export type SellerBalancesQueryVariables = Exact<{
  sellerId?: string | null | undefined;
}>;


export type SellerBalancesQuery = { sellerBalances: Array<{ currencyCode: string, held: { amount: string, currencyCode: string }, releasable: { amount: string, currencyCode: string }, pending: { amount: string, currencyCode: string }, available: { amount: string, currencyCode: string }, inTransit: { amount: string, currencyCode: string }, paidOut: { amount: string, currencyCode: string }, disputed: { amount: string, currencyCode: string }, reserve: { amount: string, currencyCode: string }, debt: { amount: string, currencyCode: string } }> | null };

export type ReleasesQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  status?: ReleaseStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ReleasesQuery = { releases: { nodes: Array<{ id: string, status: ReleaseStatus, releaseAt: string | null, blockedBecause: ReleaseBlockReason | null, nextAttemptAt: string | null, releasedAt: string | null, transferredAt: string | null, createdAt: string, amount: { amount: string, currencyCode: string }, taken: { amount: string, currencyCode: string }, sellerOrder: { id: string, number: string, seller: { id: string, name: string } | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type TransfersQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  status?: TransferStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TransfersQuery = { transfers: { nodes: Array<{ id: string, status: TransferStatus, providerId: string | null, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PayoutsQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  status?: PayoutStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PayoutsQuery = { payouts: { nodes: Array<{ id: string, status: PayoutStatus, providerId: string | null, failureCode: string, expectedAt: string | null, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PayoutAccountSessionCreateMutationVariables = Exact<{
  input: PayoutAccountSessionCreateInput;
}>;


export type PayoutAccountSessionCreateMutation = { payoutAccountSessionCreate: { clientSecret: string | null, expiresAt: string | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerOnboardingLinkCreateMutationVariables = Exact<{
  input: SellerOnboardingLinkCreateInput;
}>;


export type SellerOnboardingLinkCreateMutation = { sellerOnboardingLinkCreate: { url: string | null, expiresAt: string | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type NotePartsFragment = { id: string, text: string, isOwn: boolean, version: number, createdAt: string, editedAt: string | null, author: { id: string, name: string, email: string | null } | null };

export type AdminNotesQueryVariables = Exact<{
  subject: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminNotesQuery = { notes: { totalCount: number | null, nodes: Array<{ id: string, text: string, isOwn: boolean, version: number, createdAt: string, editedAt: string | null, author: { id: string, name: string, email: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminNoteAddMutationVariables = Exact<{
  input: NoteAddInput;
}>;


export type AdminNoteAddMutation = { noteAdd: { note: { id: string, text: string, isOwn: boolean, version: number, createdAt: string, editedAt: string | null, author: { id: string, name: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminNoteEditMutationVariables = Exact<{
  input: NoteEditInput;
}>;


export type AdminNoteEditMutation = { noteEdit: { note: { id: string, text: string, isOwn: boolean, version: number, createdAt: string, editedAt: string | null, author: { id: string, name: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminNoteDeleteMutationVariables = Exact<{
  input: NoteDeleteInput;
}>;


export type AdminNoteDeleteMutation = { noteDelete: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminNotificationUnreadQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminNotificationUnreadQuery = { notificationUnreadCount: number | null };

export type AdminNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminNotificationsQuery = { notifications: { nodes: Array<{ id: string, kind: NotificationKind, title: string, subjectId: string, createdAt: string, isRead: boolean }> } | null };

export type AdminNotificationsPageQueryVariables = Exact<{
  filter?: NotificationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminNotificationsPageQuery = { notifications: { nodes: Array<{ id: string, kind: NotificationKind, title: string, subjectId: string, createdAt: string, isRead: boolean }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminNotificationMarkReadMutationVariables = Exact<{
  input: NotificationMarkReadInput;
}>;


export type AdminNotificationMarkReadMutation = { notificationMarkRead: { unreadCount: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminNotificationMarkAllReadMutationVariables = Exact<{ [key: string]: never; }>;


export type AdminNotificationMarkAllReadMutation = { notificationMarkAllRead: { unreadCount: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type LiveNotificationsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LiveNotificationsSubscription = { notificationReceived: { eventId: string, event: string } | null };

export type AdminNotificationPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminNotificationPreferencesQuery = { notificationPreferences: Array<{ kind: NotificationKind, inApp: boolean, byMail: boolean, canMailBeOff: boolean }> | null };

export type AdminNotificationPreferenceSetMutationVariables = Exact<{
  input: NotificationPreferenceSetInput;
}>;


export type AdminNotificationPreferenceSetMutation = { notificationPreferenceSet: { preference: { kind: NotificationKind, inApp: boolean, byMail: boolean } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorOrdersQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OperatorOrdersQuery = { orders: { totalCount: number | null, nodes: Array<{ id: string, number: string, status: OrderStatus, email: string, placedAt: string, total: { amount: string, currencyCode: string }, margin: { amount: string, currencyCode: string } | null, sellerOrders: Array<{ id: string, status: SellerOrderStatus, seller: { id: string, name: string } | null }>, disputes: Array<{ id: string, status: DisputeStatus }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OrderLinePartsFragment = { id: string, title: string, variantTitle: string, sku: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, commission: { amount: string, currencyCode: string } | null };

export type SellerOrderPartsFragment = { id: string, number: string, status: SellerOrderStatus, placedAt: string, paidAt: string | null, shippedAt: string | null, cancelledAt: string | null, total: { amount: string, currencyCode: string }, subtotal: { amount: string, currencyCode: string }, discount: { amount: string, currencyCode: string }, shipping: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string }, platformTax: { amount: string, currencyCode: string } | null, commission: { amount: string, currencyCode: string } | null, commissionVat: { amount: string, currencyCode: string } | null, net: { amount: string, currencyCode: string } | null, lines: Array<{ id: string, title: string, variantTitle: string, sku: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, commission: { amount: string, currencyCode: string } | null }>, shipments: Array<{ id: string, carrier: string, trackingNumber: string, trackingUrl: string, createdAt: string, undoUntil: string | null, lines: Array<{ quantity: number, line: { id: string, title: string, variantTitle: string, sku: string | null } }> }> };

export type ShipmentPartsFragment = { id: string, carrier: string, trackingNumber: string, trackingUrl: string, createdAt: string, undoUntil: string | null, lines: Array<{ quantity: number, line: { id: string, title: string, variantTitle: string, sku: string | null } }> };

export type OperatorOrderQueryVariables = Exact<{
  id: string;
}>;


export type OperatorOrderQuery = { order: { id: string, number: string, status: OrderStatus, email: string, isMasked: boolean, revealedUntil: string | null, placedAt: string, expiresAt: string, paidAt: string | null, cancelledAt: string | null, cancelReason: OrderCancelReason | null, total: { amount: string, currencyCode: string }, subtotal: { amount: string, currencyCode: string }, discount: { amount: string, currencyCode: string }, shipping: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string }, serviceFee: { amount: string, currencyCode: string }, margin: { amount: string, currencyCode: string } | null, disputes: Array<{ id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, amount: { amount: string, currencyCode: string } }>, shippingAddress: { name: string, line1: string, line2: string, postalCode: string, city: string, region: string, country: string, phone: string, isMasked: boolean }, payment: { id: string, status: PaymentStatus, lastDecline: PaymentDeclineReason | null, processingSince: string | null, processingUntil: string | null, capturedAt: string | null, cancelledAt: string | null, amount: { amount: string, currencyCode: string } } | null, sellerOrders: Array<{ id: string, number: string, status: SellerOrderStatus, placedAt: string, paidAt: string | null, shippedAt: string | null, cancelledAt: string | null, seller: { id: string, name: string } | null, total: { amount: string, currencyCode: string }, subtotal: { amount: string, currencyCode: string }, discount: { amount: string, currencyCode: string }, shipping: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string }, platformTax: { amount: string, currencyCode: string } | null, commission: { amount: string, currencyCode: string } | null, commissionVat: { amount: string, currencyCode: string } | null, net: { amount: string, currencyCode: string } | null, lines: Array<{ id: string, title: string, variantTitle: string, sku: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, commission: { amount: string, currencyCode: string } | null }>, shipments: Array<{ id: string, carrier: string, trackingNumber: string, trackingUrl: string, createdAt: string, undoUntil: string | null, lines: Array<{ quantity: number, line: { id: string, title: string, variantTitle: string, sku: string | null } }> }> }> } | null };

export type OperatorOrderCancelMutationVariables = Exact<{
  input: OrderCancelInput;
}>;


export type OperatorOrderCancelMutation = { orderCancel: { order: { id: string, status: OrderStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerOrdersQueryVariables = Exact<{
  filter?: SellerOrderFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SellerOrdersQuery = { sellerOrders: { totalCount: number | null, nodes: Array<{ id: string, number: string, status: SellerOrderStatus, placedAt: string, total: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string } | null, shippingAddress: { name: string, city: string, country: string }, lines: Array<{ id: string, quantity: number }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerOrdersDisputedQueryVariables = Exact<{
  filter?: SellerOrderFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SellerOrdersDisputedQuery = { sellerOrders: { nodes: Array<{ id: string, disputes: Array<{ id: string, status: DisputeStatus }> }> } | null };

export type SellerOrderQueryVariables = Exact<{
  id: string;
}>;


export type SellerOrderQuery = { sellerOrder: { paymentProcessingSince: string | null, paymentProcessingUntil: string | null, id: string, number: string, status: SellerOrderStatus, placedAt: string, paidAt: string | null, shippedAt: string | null, cancelledAt: string | null, toShip: Array<{ quantity: number, line: { id: string, title: string, variantTitle: string, sku: string | null } }>, disputes: Array<{ id: string, orderId: string, reason: string, status: DisputeStatus, dueBy: string | null, secondsLeft: number | null, answer: DisputeAnswer, answerStatus: DisputeAnswerStatus, isAssigned: boolean, createdAt: string, closedAt: string | null, amount: { amount: string, currencyCode: string } }>, shippingAddress: { name: string, line1: string, line2: string, postalCode: string, city: string, region: string, country: string, phone: string, isMasked: boolean }, total: { amount: string, currencyCode: string }, subtotal: { amount: string, currencyCode: string }, discount: { amount: string, currencyCode: string }, shipping: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string }, platformTax: { amount: string, currencyCode: string } | null, commission: { amount: string, currencyCode: string } | null, commissionVat: { amount: string, currencyCode: string } | null, net: { amount: string, currencyCode: string } | null, lines: Array<{ id: string, title: string, variantTitle: string, sku: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, commission: { amount: string, currencyCode: string } | null }>, shipments: Array<{ id: string, carrier: string, trackingNumber: string, trackingUrl: string, createdAt: string, undoUntil: string | null, lines: Array<{ quantity: number, line: { id: string, title: string, variantTitle: string, sku: string | null } }> }> } | null };

export type SellerOrderShipMutationVariables = Exact<{
  input: SellerOrderShipInput;
}>;


export type SellerOrderShipMutation = { sellerOrderShip: { sellerOrder: { id: string, status: SellerOrderStatus, shipment: { id: string, undoUntil: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerOrderShipmentWithdrawMutationVariables = Exact<{
  input: SellerOrderShipmentWithdrawInput;
}>;


export type SellerOrderShipmentWithdrawMutation = { sellerOrderShipmentWithdraw: { sellerOrder: { id: string, status: SellerOrderStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerOrdersNextQueryVariables = Exact<{ [key: string]: never; }>;


export type SellerOrdersNextQuery = { sellerOrders: { nodes: Array<{ id: string, number: string }> } | null };

export type SellerOrderByNumberQueryVariables = Exact<{
  filter: SellerOrderFilter;
}>;


export type SellerOrderByNumberQuery = { sellerOrders: { nodes: Array<{ id: string, number: string, status: SellerOrderStatus }> } | null };

export type AdminPersonalDataRevealMutationVariables = Exact<{
  input: PersonalDataRevealInput;
}>;


export type AdminPersonalDataRevealMutation = { personalDataReveal: { revealedUntil: string | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPayoutOutlookQueryVariables = Exact<{
  sellerId?: string | null | undefined;
}>;


export type AdminPayoutOutlookQuery = { sellerPayoutOutlook: Array<{ currencyCode: string, nextAt: string | null, blockedBy: Array<PayoutBlock>, text: string, amount: { amount: string, currencyCode: string }, minimum: { amount: string, currencyCode: string } | null, takenBack: { amount: string, currencyCode: string } | null }> | null };

export type AdminPayoutScheduleQueryVariables = Exact<{
  sellerId?: string | null | undefined;
}>;


export type AdminPayoutScheduleQuery = { payoutAccount: { id: string, schedule: { kind: PayoutScheduleKind, anchor: number, minimums: Array<{ amount: string, currencyCode: string }> } } | null };

export type AdminPayoutPoliciesQueryVariables = Exact<{
  sellerId?: string | null | undefined;
}>;


export type AdminPayoutPoliciesQuery = { sellerPayoutPolicies: Array<{ id: string, holdFrom: PayoutHoldStart | null, holdDays: number | null, reserveBasisPoints: number | null, reserveDays: number | null, reason: string, effectiveAt: string, createdAt: string }> | null };

export type AdminManualPayoutsQueryVariables = Exact<{
  sellerId?: string | null | undefined;
}>;


export type AdminManualPayoutsQuery = { manualPayouts: Array<{ id: string, reference: string, createdAt: string, amount: { amount: string, currencyCode: string } }> | null };

export type AdminPayoutScheduleSetMutationVariables = Exact<{
  input: SellerPayoutScheduleSetInput;
}>;


export type AdminPayoutScheduleSetMutation = { sellerPayoutScheduleSet: { payoutAccount: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPayoutRequestMutationVariables = Exact<{
  input: SellerPayoutRequestInput;
}>;


export type AdminPayoutRequestMutation = { sellerPayoutRequest: { payout: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPayoutPolicySetMutationVariables = Exact<{
  input: SellerPayoutPolicySetInput;
}>;


export type AdminPayoutPolicySetMutation = { sellerPayoutPolicySet: { policy: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPayoutHoldsQueryVariables = Exact<{
  sellerId?: string | null | undefined;
}>;


export type AdminPayoutHoldsQuery = { sellerPayoutHolds: Array<{ id: string, reason: string, until: string | null, isStanding: boolean, placedAt: string, liftReason: string, liftedAt: string | null, sellerOrder: { id: string, number: string } | null }> | null };

export type AdminPayoutHoldMutationVariables = Exact<{
  input: SellerPayoutHoldInput;
}>;


export type AdminPayoutHoldMutation = { sellerPayoutHold: { hold: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPayoutHoldLiftMutationVariables = Exact<{
  input: SellerPayoutHoldLiftInput;
}>;


export type AdminPayoutHoldLiftMutation = { sellerPayoutHoldLift: { hold: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPayoutRecordMutationVariables = Exact<{
  input: SellerPayoutRecordInput;
}>;


export type AdminPayoutRecordMutation = { sellerPayoutRecord: { proposal: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type PayoutItemPartsFragment = { kind: StatementLineKind, orderId: string | null, postedAt: string, sellerOrder: { id: string, number: string } | null, sales: { amount: string, currencyCode: string }, fees: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, disputes: { amount: string, currencyCode: string }, reserve: { amount: string, currencyCode: string }, other: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, lines: Array<{ lineId: string, title: string, sku: string | null, quantity: number, net: { amount: string, currencyCode: string } }> };

export type AdminPayoutQueryVariables = Exact<{
  id: string;
  part?: PayoutPart | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminPayoutQuery = { payout: { id: string, status: PayoutStatus, providerId: string | null, failureCode: string, bankLast4: string, method: PayoutMethod, expectedAt: string | null, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string }, fee: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null, sellerPayoutBreakdown: { payoutId: string, leftAt: string, movements: string, opening: { amount: string, currencyCode: string }, moved: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, left: { amount: string, currencyCode: string }, unexplained: { amount: string, currencyCode: string }, parts: Array<{ part: PayoutPart, movements: string, amount: { amount: string, currencyCode: string } }>, statement: { id: string | null, number: string | null, month: string, documents: Array<{ id: string, number: string, kind: CommissionDocumentKind }> | null } | null, items: { nodes: Array<{ kind: StatementLineKind, orderId: string | null, postedAt: string, sellerOrder: { id: string, number: string } | null, sales: { amount: string, currencyCode: string }, fees: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, disputes: { amount: string, currencyCode: string }, reserve: { amount: string, currencyCode: string }, other: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, lines: Array<{ lineId: string, title: string, sku: string | null, quantity: number, net: { amount: string, currencyCode: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type AdminPayoutExportCreateMutationVariables = Exact<{
  input: SellerPayoutExportCreateInput;
}>;


export type AdminPayoutExportCreateMutation = { sellerPayoutExportCreate: { export: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AccountCardFragment = { id: string, email: string | null, name: string, isMasked: boolean, revealedUntil: string | null, isEmailVerified: boolean, isGuest: boolean, createdAt: string, suspendedAt: string | null };

export type AdminAccountByEmailQueryVariables = Exact<{
  email: string;
}>;


export type AdminAccountByEmailQuery = { accountByEmail: { id: string, email: string | null, name: string, isMasked: boolean, revealedUntil: string | null, isEmailVerified: boolean, isGuest: boolean, createdAt: string, suspendedAt: string | null } | null };

export type AdminAccountQueryVariables = Exact<{
  id: string;
}>;


export type AdminAccountQuery = { account: { id: string, email: string | null, name: string, isMasked: boolean, revealedUntil: string | null, isEmailVerified: boolean, isGuest: boolean, createdAt: string, suspendedAt: string | null } | null };

export type AdminAccountSessionsQueryVariables = Exact<{
  accountId: string;
}>;


export type AdminAccountSessionsQuery = { accountSessions: { nodes: Array<{ id: string, agent: string, place: string, createdAt: string, lastSeenAt: string }> } | null };

export type AdminBuyerCreditQueryVariables = Exact<{
  buyerId?: string | null | undefined;
}>;


export type AdminBuyerCreditQuery = { buyerCredit: Array<{ amount: string, currencyCode: string }> | null };

export type AdminAccountSuspendMutationVariables = Exact<{
  input: AccountSuspendInput;
}>;


export type AdminAccountSuspendMutation = { accountSuspend: { account: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminAccountReinstateMutationVariables = Exact<{
  input: AccountReinstateInput;
}>;


export type AdminAccountReinstateMutation = { accountReinstate: { account: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminAccountPasswordResetMutationVariables = Exact<{
  input: AccountPasswordResetStartInput;
}>;


export type AdminAccountPasswordResetMutation = { accountPasswordResetStart: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminAccountSessionsEndMutationVariables = Exact<{
  input: AccountSessionsEndInput;
}>;


export type AdminAccountSessionsEndMutation = { accountSessionsEnd: { endedCount: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminFactorResetAskMutationVariables = Exact<{
  input: FactorResetAskInput;
}>;


export type AdminFactorResetAskMutation = { factorResetAsk: { proposal: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminBuyerCreditPayOutMutationVariables = Exact<{
  input: BuyerCreditPayOutInput;
}>;


export type AdminBuyerCreditPayOutMutation = { buyerCreditPayOut: { credit: { amount: string, currencyCode: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminFactorResetCancelMutationVariables = Exact<{
  input: FactorResetCancelInput;
}>;


export type AdminFactorResetCancelMutation = { factorResetCancel: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminErasureProposeMutationVariables = Exact<{
  input: ErasureProposeInput;
}>;


export type AdminErasureProposeMutation = { erasurePropose: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPersonExportMutationVariables = Exact<{
  input: PrivacyExportCreateInput;
}>;


export type AdminPersonExportMutation = { privacyExportCreate: { export: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type ErasureRowFragment = { id: string, accountId: string, status: ErasureStatus, hindrances: Array<ErasureHindrance>, requestedAt: string, dueAt: string, endedAt: string | null };

export type AdminErasuresQueryVariables = Exact<{
  filter?: ErasureFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminErasuresQuery = { erasures: { nodes: Array<{ id: string, accountId: string, status: ErasureStatus, hindrances: Array<ErasureHindrance>, requestedAt: string, dueAt: string, endedAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PlanVersionFragment = { id: string, number: number, vatBasisPoints: number, freeListings: number, offersMax: number | null, seatsMax: number | null, trialDays: number, holdDays: number | null, reserveBasisPoints: number | null, reserveDays: number | null, effectiveFrom: string, fees: Array<{ currencyCode: string, monthly: { amount: string, currencyCode: string }, listing: { amount: string, currencyCode: string } }> };

export type AdminPlansQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AdminPlansQuery = { sellerPlans: { nodes: Array<{ id: string, name: string, createdAt: string, archivedAt: string | null, versions: Array<{ id: string, number: number, vatBasisPoints: number, freeListings: number, offersMax: number | null, seatsMax: number | null, trialDays: number, holdDays: number | null, reserveBasisPoints: number | null, reserveDays: number | null, effectiveFrom: string, fees: Array<{ currencyCode: string, monthly: { amount: string, currencyCode: string }, listing: { amount: string, currencyCode: string } }> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminPlanNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminPlanNamesQuery = { sellerPlans: { nodes: Array<{ id: string, name: string, archivedAt: string | null }> } | null };

export type AdminPlanStandingQueryVariables = Exact<{
  sellerId: string;
}>;


export type AdminPlanStandingQuery = { sellerPlanStanding: { trialEndsAt: string | null, changeCount: number, plan: { id: string, name: string } | null, version: { id: string, number: number, vatBasisPoints: number, freeListings: number, offersMax: number | null, seatsMax: number | null, trialDays: number, holdDays: number | null, reserveBasisPoints: number | null, reserveDays: number | null, effectiveFrom: string, fees: Array<{ currencyCode: string, monthly: { amount: string, currencyCode: string }, listing: { amount: string, currencyCode: string } }> } | null, assignments: Array<{ id: string, planId: string | null, reason: string, effectiveAt: string }>, changes: Array<{ id: string, reason: string, effectiveAt: string, createdAt: string, cancelledAt: string | null, plan: { id: string, name: string } | null }> } | null };

export type PlanChangeFragment = { id: string, reason: string, effectiveAt: string, createdAt: string, cancelledAt: string | null, plan: { id: string, name: string } | null };

export type AdminPlanPreviewQueryVariables = Exact<{
  input: SellerPlanPreviewInput;
}>;


export type AdminPlanPreviewQuery = { sellerPlanPreview: { effectiveAt: string, paidFrom: string, paidBefore: string, orderCount: number, isCut: boolean, monthlyBefore: { amount: string, currencyCode: string }, monthlyAfter: { amount: string, currencyCode: string }, totals: Array<{ orderCount: number, sales: { amount: string, currencyCode: string }, commissionBefore: { amount: string, currencyCode: string }, commissionAfter: { amount: string, currencyCode: string }, commissionDifference: { amount: string, currencyCode: string }, commissionVatBefore: { amount: string, currencyCode: string }, commissionVatAfter: { amount: string, currencyCode: string }, commissionVatDifference: { amount: string, currencyCode: string }, shareBefore: { amount: string, currencyCode: string }, shareAfter: { amount: string, currencyCode: string }, shareDifference: { amount: string, currencyCode: string } }>, biggestChanges: Array<{ orderId: string, number: string, placedAt: string, commissionBefore: { amount: string, currencyCode: string }, commissionAfter: { amount: string, currencyCode: string }, commissionDifference: { amount: string, currencyCode: string } }> } | null };

export type AdminPlanCreateMutationVariables = Exact<{
  input: SellerPlanCreateInput;
}>;


export type AdminPlanCreateMutation = { sellerPlanCreate: { plan: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPlanPublishMutationVariables = Exact<{
  input: SellerPlanPublishInput;
}>;


export type AdminPlanPublishMutation = { sellerPlanPublish: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPlanArchiveMutationVariables = Exact<{
  input: SellerPlanArchiveInput;
}>;


export type AdminPlanArchiveMutation = { sellerPlanArchive: { plan: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPlanAssignMutationVariables = Exact<{
  input: SellerPlanAssignInput;
}>;


export type AdminPlanAssignMutation = { sellerPlanAssign: { assignment: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPlanAssignmentCancelMutationVariables = Exact<{
  input: SellerPlanAssignmentCancelInput;
}>;


export type AdminPlanAssignmentCancelMutation = { sellerPlanAssignmentCancel: { assignment: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminChargesQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  purpose?: SellerChargePurpose | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminChargesQuery = { sellerCharges: { nodes: Array<{ id: string, kind: SellerChargeKind, purpose: SellerChargePurpose, reason: string, reference: string, vatBasisPoints: number, createdAt: string, reversedAt: string | null, reversalReason: string | null, seller: { id: string, name: string } | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminChargeCreateMutationVariables = Exact<{
  input: SellerChargeCreateInput;
}>;


export type AdminChargeCreateMutation = { sellerChargeCreate: { charge: { id: string } | null, proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminCreditCreateMutationVariables = Exact<{
  input: SellerCreditCreateInput;
}>;


export type AdminCreditCreateMutation = { sellerCreditCreate: { credit: { id: string } | null, proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminChargeReverseMutationVariables = Exact<{
  input: SellerChargeReverseInput;
}>;


export type AdminChargeReverseMutation = { sellerChargeReverse: { charge: { id: string } | null, proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type PreferencePartsFragment = { language: string | null, timeZone: string | null, theme: Theme | null, hasShortcuts: boolean };

export type AdminPreferencesSetMutationVariables = Exact<{
  input: PreferencesSetInput;
}>;


export type AdminPreferencesSetMutation = { preferencesSet: { preferences: { language: string | null, timeZone: string | null, theme: Theme | null, hasShortcuts: boolean } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminAccountRenameMutationVariables = Exact<{
  input: AccountRenameInput;
}>;


export type AdminAccountRenameMutation = { accountRename: { account: { id: string, name: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SavedViewPartsFragment = { id: string, name: string, search: string, isDefault: boolean };

export type AdminSavedViewsQueryVariables = Exact<{
  page: string;
}>;


export type AdminSavedViewsQuery = { savedViews: Array<{ id: string, name: string, search: string, isDefault: boolean }> | null };

export type AdminSavedViewSaveMutationVariables = Exact<{
  input: SavedViewSaveInput;
}>;


export type AdminSavedViewSaveMutation = { savedViewSave: { savedView: { id: string, name: string, search: string, isDefault: boolean } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminSavedViewDeleteMutationVariables = Exact<{
  input: SavedViewDeleteInput;
}>;


export type AdminSavedViewDeleteMutation = { savedViewDelete: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type ExportRowFragment = { id: string, kind: ExportKind, status: ExportStatus, done: string, total: string, byteSize: string, filename: string, path: string | null, createdAt: string, readyAt: string | null, expiresAt: string | null };

export type ErasurePartsFragment = { id: string, status: ErasureStatus, hindrances: Array<ErasureHindrance>, requestedAt: string, dueAt: string, endedAt: string | null };

export type AdminPrivacyQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminPrivacyQuery = { exports: { nodes: Array<{ id: string, kind: ExportKind, status: ExportStatus, done: string, total: string, byteSize: string, filename: string, path: string | null, createdAt: string, readyAt: string | null, expiresAt: string | null }> } | null, erasure: { id: string, status: ErasureStatus, hindrances: Array<ErasureHindrance>, requestedAt: string, dueAt: string, endedAt: string | null } | null };

export type AdminPrivacyExportCreateMutationVariables = Exact<{ [key: string]: never; }>;


export type AdminPrivacyExportCreateMutation = { privacyExportCreate: { export: { id: string, kind: ExportKind, status: ExportStatus, done: string, total: string, byteSize: string, filename: string, path: string | null, createdAt: string, readyAt: string | null, expiresAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminErasureRequestMutationVariables = Exact<{
  input: ErasureRequestInput;
}>;


export type AdminErasureRequestMutation = { erasureRequest: { erasure: { id: string, status: ErasureStatus, hindrances: Array<ErasureHindrance>, requestedAt: string, dueAt: string, endedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminErasureWithdrawMutationVariables = Exact<{ [key: string]: never; }>;


export type AdminErasureWithdrawMutation = { erasureWithdraw: { erasure: { id: string, status: ErasureStatus, hindrances: Array<ErasureHindrance>, requestedAt: string, dueAt: string, endedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerProductsQueryVariables = Exact<{
  filter?: SellerProductFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SellerProductsQuery = { sellerProducts: { totalCount: number | null, nodes: Array<{ id: string, title: string, status: ProductStatus, productType: string, updatedAt: string, variantCount: number, listing: { id: string, isInStock: boolean, priceMin: { amount: string, currencyCode: string }, priceMax: { amount: string, currencyCode: string } } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerOffersQueryVariables = Exact<{
  filter?: SellerOfferFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SellerOffersQuery = { sellerOffers: { nodes: Array<{ id: string, version: number, sku: string | null, status: OfferStatus, condition: OfferCondition, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, product: { id: string, title: string } | null, variant: { id: string, title: string } | null, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type DifferenceRowFragment = { id: string, kind: ReconciliationDifferenceKind, status: ReconciliationDifferenceStatus, account: string, transaction: string, source: string, age: ReconciliationAge, firstSeenAt: string, amount: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null };

export type DifferenceFullFragment = { type: string, bookedTo: string, linkedId: string | null, reason: string, resolution: ReconciliationResolution | null, bookableAccounts: Array<string>, lastSeenAt: string, suspendedAt: string | null, resolvedAt: string | null, id: string, kind: ReconciliationDifferenceKind, status: ReconciliationDifferenceStatus, account: string, transaction: string, source: string, age: ReconciliationAge, firstSeenAt: string, provider: { amount: string, currencyCode: string }, ledger: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null };

export type ReconciliationDifferencesQueryVariables = Exact<{
  filter?: ReconciliationDifferenceFilter | null | undefined;
  sort: ReconciliationDifferenceSort;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ReconciliationDifferencesQuery = { reconciliationDifferences: { nodes: Array<{ id: string, kind: ReconciliationDifferenceKind, status: ReconciliationDifferenceStatus, account: string, transaction: string, source: string, age: ReconciliationAge, firstSeenAt: string, amount: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type ReconciliationOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type ReconciliationOverviewQuery = { reconciliationOverview: { accounts: string, transactions: string, matched: string, comparedAt: string | null, ageing: Array<{ currency: string, age: ReconciliationAge, count: string, size: { amount: string, currencyCode: string } }> } | null };

export type ReconciliationDifferenceQueryVariables = Exact<{
  id: string;
}>;


export type ReconciliationDifferenceQuery = { reconciliationDifference: { type: string, bookedTo: string, linkedId: string | null, reason: string, resolution: ReconciliationResolution | null, bookableAccounts: Array<string>, lastSeenAt: string, suspendedAt: string | null, resolvedAt: string | null, id: string, kind: ReconciliationDifferenceKind, status: ReconciliationDifferenceStatus, account: string, transaction: string, source: string, age: ReconciliationAge, firstSeenAt: string, provider: { amount: string, currencyCode: string }, ledger: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null };

export type ReconciliationCandidatesQueryVariables = Exact<{
  filter: ReconciliationDifferenceFilter;
}>;


export type ReconciliationCandidatesQuery = { reconciliationDifferences: { nodes: Array<{ id: string, source: string, ledger: { amount: string, currencyCode: string } }> } | null };

export type ReconciliationDifferenceResolveMutationVariables = Exact<{
  input: ReconciliationDifferenceResolveInput;
}>;


export type ReconciliationDifferenceResolveMutation = { reconciliationDifferenceResolve: { difference: { type: string, bookedTo: string, linkedId: string | null, reason: string, resolution: ReconciliationResolution | null, bookableAccounts: Array<string>, lastSeenAt: string, suspendedAt: string | null, resolvedAt: string | null, id: string, kind: ReconciliationDifferenceKind, status: ReconciliationDifferenceStatus, account: string, transaction: string, source: string, age: ReconciliationAge, firstSeenAt: string, provider: { amount: string, currencyCode: string }, ledger: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null } | null, proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReconciliationRunMutationVariables = Exact<{ [key: string]: never; }>;


export type ReconciliationRunMutation = { reconciliationRun: { accounts: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type RefundRowFragment = { id: string, orderId: string, orderNumber: string, status: RefundStatus, method: RefundMethod, reason: RefundReason, note: string, failure: string, isRestocked: boolean, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string } };

export type AdminOrderRefundsQueryVariables = Exact<{
  orderId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AdminOrderRefundsQuery = { refunds: { nodes: Array<{ id: string, orderId: string, orderNumber: string, status: RefundStatus, method: RefundMethod, reason: RefundReason, note: string, failure: string, isRestocked: boolean, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminRefundsQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  status?: RefundStatus | null | undefined;
  createdAfter?: string | null | undefined;
  createdBefore?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminRefundsQuery = { refunds: { totalCount: number | null, nodes: Array<{ id: string, orderId: string, orderNumber: string, status: RefundStatus, method: RefundMethod, reason: RefundReason, note: string, failure: string, isRestocked: boolean, createdAt: string, settledAt: string | null, parts: Array<{ seller: { id: string, name: string } | null }>, amount: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminRefundRemainingQueryVariables = Exact<{
  input: RefundPreviewInput;
}>;


export type AdminRefundRemainingQuery = { refundPreview: { amount: { amount: string, currencyCode: string }, parts: Array<{ kind: RefundPartKind, lineId: string, quantity: number, amount: { amount: string, currencyCode: string } }> } | null };

export type AdminRefundPreviewQueryVariables = Exact<{
  input: RefundPreviewInput;
}>;


export type AdminRefundPreviewQuery = { refundPreview: { amount: { amount: string, currencyCode: string }, feeKept: { amount: string, currencyCode: string }, sellers: Array<{ sellerId: string, gives: { amount: string, currencyCode: string }, commissionReturned: { amount: string, currencyCode: string }, balanceBefore: { amount: string, currencyCode: string }, balanceAfter: { amount: string, currencyCode: string } }> } | null };

export type AdminRefundCreateMutationVariables = Exact<{
  input: RefundCreateInput;
}>;


export type AdminRefundCreateMutation = { refundCreate: { refund: { id: string, orderId: string, orderNumber: string, status: RefundStatus, method: RefundMethod, reason: RefundReason, note: string, failure: string, isRestocked: boolean, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string } } | null, proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminRefundCancelMutationVariables = Exact<{
  input: RefundCancelInput;
}>;


export type AdminRefundCancelMutation = { refundCancel: { refund: { id: string, orderId: string, orderNumber: string, status: RefundStatus, method: RefundMethod, reason: RefundReason, note: string, failure: string, isRestocked: boolean, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminRefundPayOtherwiseMutationVariables = Exact<{
  input: RefundPayOtherwiseInput;
}>;


export type AdminRefundPayOtherwiseMutation = { refundPayOtherwise: { refund: { id: string, orderId: string, orderNumber: string, status: RefundStatus, method: RefundMethod, reason: RefundReason, note: string, failure: string, isRestocked: boolean, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminSalesReportQueryVariables = Exact<{
  from: string;
  to: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminSalesReportQuery = { salesReport: { nodes: Array<{ currency: string, orders: string, takeRateBasisPoints: number | null, seller: { id: string, name: string } | null, gross: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, commission: { amount: string, currencyCode: string }, commissionReturned: { amount: string, currencyCode: string }, promotions: { amount: string, currencyCode: string }, margin: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminTaxReportQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type AdminTaxReportQuery = { taxReport: Array<{ jurisdiction: string, remitter: ReportRemitter, currency: string, base: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string }, returned: { amount: string, currencyCode: string } | null, due: { amount: string, currencyCode: string }, remitted: { amount: string, currencyCode: string } | null, open: { amount: string, currencyCode: string } | null }> | null };

export type AdminReportExportMutationVariables = Exact<{
  input: ReportExportCreateInput;
}>;


export type AdminReportExportMutation = { reportExportCreate: { export: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type YearReportPartsFragment = { currency: string, year: number, legalName: string, address: string, country: string, taxId: string, registrationNumber: string, financialAccount: string, bankLastFour: string, missing: Array<ReportMissing>, transactions: number, isSmall: boolean, isAbove1099K: boolean, seller: { id: string, name: string } | null, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string }, parts: Array<{ number: number, orders: string, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string } }> };

export type AdminDac7ReportQueryVariables = Exact<{
  year: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminDac7ReportQuery = { dac7Report: { nodes: Array<{ currency: string, year: number, legalName: string, address: string, country: string, taxId: string, registrationNumber: string, financialAccount: string, bankLastFour: string, missing: Array<ReportMissing>, transactions: number, isSmall: boolean, isAbove1099K: boolean, seller: { id: string, name: string } | null, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string }, parts: Array<{ number: number, orders: string, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminForm1099KReportQueryVariables = Exact<{
  year: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminForm1099KReportQuery = { form1099KReport: { nodes: Array<{ currency: string, year: number, legalName: string, address: string, country: string, taxId: string, registrationNumber: string, financialAccount: string, bankLastFour: string, missing: Array<ReportMissing>, transactions: number, isSmall: boolean, isAbove1099K: boolean, seller: { id: string, name: string } | null, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string }, parts: Array<{ number: number, orders: string, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminTaxPayablesQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminTaxPayablesQuery = { taxPayables: Array<{ jurisdiction: string | null, currency: string, amount: { amount: string, currencyCode: string } }> | null };

export type AdminTaxRemittancesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminTaxRemittancesQuery = { taxRemittances: { nodes: Array<{ id: string, jurisdiction: string | null, from: string, until: string, reference: string, reason: string, recordedAt: string, reversedAt: string | null, reversalReason: string | null, amount: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminTaxRemittanceRecordMutationVariables = Exact<{
  input: TaxRemittanceRecordInput;
}>;


export type AdminTaxRemittanceRecordMutation = { taxRemittanceRecord: { proposal: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminTaxRemittanceReverseMutationVariables = Exact<{
  input: TaxRemittanceReverseInput;
}>;


export type AdminTaxRemittanceReverseMutation = { taxRemittanceReverse: { proposal: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminRiskRatingsQueryVariables = Exact<{
  sellerId: string;
}>;


export type AdminRiskRatingsQuery = { sellerRiskRatings: Array<{ id: string, tier: SellerRiskTier, isAutomatic: boolean, reason: string, createdAt: string }> | null };

export type AdminExposureQueryVariables = Exact<{
  sellerId: string;
}>;


export type AdminExposureQuery = { sellerExposure: Array<{ currencyCode: string, moved: { amount: string, currencyCode: string }, debt: { amount: string, currencyCode: string }, cover: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string } }> | null };

export type AdminRiskTierSetMutationVariables = Exact<{
  input: SellerRiskTierSetInput;
}>;


export type AdminRiskTierSetMutation = { sellerRiskTierSet: { rating: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDebtsQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  status?: SellerDebtStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminDebtsQuery = { sellerDebts: { nodes: Array<{ id: string, cause: SellerDebtCause, status: SellerDebtStatus, age: SellerDebtAge, createdAt: string, nextAttemptAt: string | null, seller: { id: string, name: string } | null, sellerOrder: { id: string, number: string } | null, amount: { amount: string, currencyCode: string }, collected: { amount: string, currencyCode: string }, fromHeld: { amount: string, currencyCode: string }, fromTransfers: { amount: string, currencyCode: string }, fromReleases: { amount: string, currencyCode: string }, fromReserve: { amount: string, currencyCode: string }, fromBalance: { amount: string, currencyCode: string }, writtenOff: { amount: string, currencyCode: string }, open: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminDebitConsentQueryVariables = Exact<{
  sellerId?: string | null | undefined;
}>;


export type AdminDebitConsentQuery = { sellerDebitConsent: { isGiven: boolean, version: number, text: string, answers: Array<{ id: string, isGiven: boolean, version: number, answeredAt: string, answeredBy: { id: string, name: string, email: string | null } | null }> } | null };

export type AdminDebitConsentSetMutationVariables = Exact<{
  input: SellerDebitConsentSetInput;
}>;


export type AdminDebitConsentSetMutation = { sellerDebitConsentSet: { consent: { isGiven: boolean } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDebtDebitMutationVariables = Exact<{
  input: SellerDebtDebitInput;
}>;


export type AdminDebtDebitMutation = { sellerDebtDebit: { debt: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDebtWriteOffMutationVariables = Exact<{
  input: SellerDebtWriteOffInput;
}>;


export type AdminDebtWriteOffMutation = { sellerDebtWriteOff: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminWithdrawableQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminWithdrawableQuery = { platformWithdrawable: Array<{ currencyCode: string, available: { amount: string, currencyCode: string }, owed: { amount: string, currencyCode: string }, float: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string } }> | null };

export type AdminSearchQueryVariables = Exact<{
  text: string;
}>;


export type AdminSearchQuery = { search: Array<{ kind: SearchKind, hasMore: boolean, hits: Array<{ id: string, title: string, subtitle: string | null, status: string | null, parentId: string | null, amount: { amount: string, currencyCode: string } | null, seller: { id: string, name: string } | null }> }> | null };

export type PasskeyCreationPartsFragment = { ceremony: string, options: { challenge: string, timeout: number, attestation: string, rp: { id: string, name: string }, user: { id: string, name: string, displayName: string }, pubKeyCredParams: Array<{ type: string, alg: number }>, excludeCredentials: Array<{ type: string, id: string, transports: Array<string> }>, authenticatorSelection: { residentKey: string, userVerification: string } } };

export type PasskeyRequestPartsFragment = { ceremony: string, options: { challenge: string, timeout: number, rpId: string, userVerification: string, allowCredentials: Array<{ type: string, id: string, transports: Array<string> }> } };

export type PasskeyRowFragment = { id: string, name: string, isSynced: boolean, isFlagged: boolean, createdAt: string, lastUsedAt: string | null };

export type AdminFactorMissingQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminFactorMissingQuery = { viewer: { isFactorMissing: boolean } | null };

export type AdminFactorsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminFactorsQuery = { factors: { isAnotherSuggested: boolean, recoveryCodesLeft: number, totp: { id: string, confirmedAt: string | null, lastUsedAt: string | null } | null, passkeys: Array<{ id: string, name: string, isSynced: boolean, isFlagged: boolean, createdAt: string, lastUsedAt: string | null }> } | null };

export type AdminSessionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminSessionsQuery = { viewer: { sessions: { nodes: Array<{ id: string, agent: string, place: string, createdAt: string, lastSeenAt: string, isCurrent: boolean }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type AdminPasskeySignInStartMutationVariables = Exact<{ [key: string]: never; }>;


export type AdminPasskeySignInStartMutation = { passkeySignInStart: { request: { ceremony: string, options: { challenge: string, timeout: number, rpId: string, userVerification: string, allowCredentials: Array<{ type: string, id: string, transports: Array<string> }> } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPasskeySignInCompleteMutationVariables = Exact<{
  input: PasskeySignInCompleteInput;
}>;


export type AdminPasskeySignInCompleteMutation = { passkeySignInComplete: { session: { token: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPasskeyStepUpStartMutationVariables = Exact<{ [key: string]: never; }>;


export type AdminPasskeyStepUpStartMutation = { passkeyStepUpStart: { request: { ceremony: string, options: { challenge: string, timeout: number, rpId: string, userVerification: string, allowCredentials: Array<{ type: string, id: string, transports: Array<string> }> } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminTotpEnrolMutationVariables = Exact<{
  input: TotpEnrolInput;
}>;


export type AdminTotpEnrolMutation = { totpEnrol: { enrolment: { id: string, qrCodePng: string, secret: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminTotpConfirmMutationVariables = Exact<{
  input: TotpConfirmInput;
}>;


export type AdminTotpConfirmMutation = { totpConfirm: { recoveryCodes: Array<string> | null, session: { token: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminTotpRemoveMutationVariables = Exact<{
  input: TotpRemoveInput;
}>;


export type AdminTotpRemoveMutation = { totpRemove: { session: { token: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminRecoveryCodesRenewMutationVariables = Exact<{
  input: RecoveryCodesRenewInput;
}>;


export type AdminRecoveryCodesRenewMutation = { recoveryCodesRenew: { recoveryCodes: Array<string> | null, session: { token: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPasskeyEnrolStartMutationVariables = Exact<{
  input: PasskeyEnrolStartInput;
}>;


export type AdminPasskeyEnrolStartMutation = { passkeyEnrolStart: { creation: { ceremony: string, options: { challenge: string, timeout: number, attestation: string, rp: { id: string, name: string }, user: { id: string, name: string, displayName: string }, pubKeyCredParams: Array<{ type: string, alg: number }>, excludeCredentials: Array<{ type: string, id: string, transports: Array<string> }>, authenticatorSelection: { residentKey: string, userVerification: string } } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPasskeyEnrolCompleteMutationVariables = Exact<{
  input: PasskeyEnrolCompleteInput;
}>;


export type AdminPasskeyEnrolCompleteMutation = { passkeyEnrolComplete: { recoveryCodes: Array<string> | null, session: { token: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPasskeyRenameMutationVariables = Exact<{
  input: PasskeyRenameInput;
}>;


export type AdminPasskeyRenameMutation = { passkeyRename: { passkey: { id: string, name: string, isSynced: boolean, isFlagged: boolean, createdAt: string, lastUsedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPasskeyRemoveMutationVariables = Exact<{
  input: PasskeyRemoveInput;
}>;


export type AdminPasskeyRemoveMutation = { passkeyRemove: { session: { token: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPasswordResetRequestMutationVariables = Exact<{
  input: PasswordResetRequestInput;
}>;


export type AdminPasswordResetRequestMutation = { passwordResetRequest: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminPasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;


export type AdminPasswordChangeMutation = { passwordChange: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminEmailChangeMutationVariables = Exact<{
  input: EmailChangeInput;
}>;


export type AdminEmailChangeMutation = { emailChange: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminSessionRevokeMutationVariables = Exact<{
  input: SessionRevokeInput;
}>;


export type AdminSessionRevokeMutation = { sessionRevoke: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminSessionRevokeOthersMutationVariables = Exact<{ [key: string]: never; }>;


export type AdminSessionRevokeOthersMutation = { sessionRevokeOthers: { endedCount: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminTrustedDevicesQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminTrustedDevicesQuery = { viewer: { trustedDevices: Array<{ id: string, agent: string, place: string, createdAt: string, lastUsedAt: string, expiresAt: string }> } | null };

export type AdminTrustedDeviceRevokeMutationVariables = Exact<{
  input: TrustedDeviceRevokeInput;
}>;


export type AdminTrustedDeviceRevokeMutation = { trustedDeviceRevoke: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminMemberLeaveMutationVariables = Exact<{
  input: MemberLeaveInput;
}>;


export type AdminMemberLeaveMutation = { memberLeave: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerRowFragment = { id: string, name: string, slug: string, country: string, currencyCode: string, isPlatform: boolean, business: { status: SellerStatus, reason: string, reasonCode: SellerRefusalCode | null, appliedAt: string, decidedAt: string | null, approvalUntil: string | null } | null };

export type OperatorSellersQueryVariables = Exact<{
  filter?: SellerFilter | null | undefined;
  sort?: SellerSort;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OperatorSellersQuery = { sellers: { totalCount: number | null, nodes: Array<{ id: string, name: string, slug: string, country: string, currencyCode: string, isPlatform: boolean, business: { status: SellerStatus, reason: string, reasonCode: SellerRefusalCode | null, appliedAt: string, decidedAt: string | null, approvalUntil: string | null, plan: { id: string, name: string } | null, payouts: { accountStatus: PayoutAccountStatus | null, dueCount: number, dueBy: string | null, blockedBy: Array<PayoutBlock>, nextAt: string | null } | null, openBalances: Array<{ amount: string, currencyCode: string }> | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminSellerNameQueryVariables = Exact<{
  id: string;
}>;


export type AdminSellerNameQuery = { seller: { id: string, name: string } | null };

export type AdminSellerChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type AdminSellerChoicesQuery = { sellers: { nodes: Array<{ id: string, name: string, country: string }>, pageInfo: { hasNextPage: boolean } } | null };

export type OperatorSellerQueryVariables = Exact<{
  id: string;
}>;


export type OperatorSellerQuery = { seller: { id: string, name: string, slug: string, country: string, currencyCode: string, isPlatform: boolean, business: { status: SellerStatus, reason: string, reasonCode: SellerRefusalCode | null, appliedAt: string, decidedAt: string | null, approvalUntil: string | null, decidedBy: { id: string, name: string, email: string | null } | null, members: Array<{ id: string, role: SellerMemberRole, joinedAt: string, account: { id: string, name: string, email: string | null } | null }> } | null } | null };

export type SellerApproveMutationVariables = Exact<{
  input: SellerApproveInput;
}>;


export type SellerApproveMutation = { sellerApprove: { seller: { id: string, name: string, slug: string, country: string, currencyCode: string, isPlatform: boolean, business: { status: SellerStatus, reason: string, reasonCode: SellerRefusalCode | null, appliedAt: string, decidedAt: string | null, approvalUntil: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerApprovalWithdrawMutationVariables = Exact<{
  input: SellerApprovalWithdrawInput;
}>;


export type SellerApprovalWithdrawMutation = { sellerApprovalWithdraw: { seller: { id: string, name: string, slug: string, country: string, currencyCode: string, isPlatform: boolean, business: { status: SellerStatus, reason: string, reasonCode: SellerRefusalCode | null, appliedAt: string, decidedAt: string | null, approvalUntil: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerApprovalMailQueryVariables = Exact<{
  sellerId: string;
  note?: string | null | undefined;
}>;


export type SellerApprovalMailQuery = { sellerApprovalMail: { subject: string, paragraphs: Array<string> } | null };

export type SellersToReviewQueryVariables = Exact<{ [key: string]: never; }>;


export type SellersToReviewQuery = { sellers: { nodes: Array<{ id: string, name: string }> } | null };

export type SellerRejectMutationVariables = Exact<{
  input: SellerRejectInput;
}>;


export type SellerRejectMutation = { sellerReject: { seller: { id: string, name: string, slug: string, country: string, currencyCode: string, isPlatform: boolean, business: { status: SellerStatus, reason: string, reasonCode: SellerRefusalCode | null, appliedAt: string, decidedAt: string | null, approvalUntil: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerSuspendMutationVariables = Exact<{
  input: SellerSuspendInput;
}>;


export type SellerSuspendMutation = { sellerSuspend: { seller: { id: string, name: string, slug: string, country: string, currencyCode: string, isPlatform: boolean, business: { status: SellerStatus, reason: string, reasonCode: SellerRefusalCode | null, appliedAt: string, decidedAt: string | null, approvalUntil: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerReinstateMutationVariables = Exact<{
  input: SellerReinstateInput;
}>;


export type SellerReinstateMutation = { sellerReinstate: { seller: { id: string, name: string, slug: string, country: string, currencyCode: string, isPlatform: boolean, business: { status: SellerStatus, reason: string, reasonCode: SellerRefusalCode | null, appliedAt: string, decidedAt: string | null, approvalUntil: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminSellerTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminSellerTermsQuery = { terms: { id: string, kind: TermsKind, number: number, title: string, text: string | null, link: string | null, textHash: string, inForceFrom: string, publishedAt: string, withdrawnAt: string | null } | null };

export type AdminSellerApplyMutationVariables = Exact<{
  input: SellerApplyInput;
}>;


export type AdminSellerApplyMutation = { sellerApply: { seller: { id: string, slug: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminSellerCloseProposeMutationVariables = Exact<{
  input: SellerCloseProposeInput;
}>;


export type AdminSellerCloseProposeMutation = { sellerClosePropose: { proposal: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOwnershipAssignMutationVariables = Exact<{
  input: OwnershipAssignInput;
}>;


export type AdminOwnershipAssignMutation = { ownershipAssign: { proposal: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type HatPartsFragment = { kind: HatKind, actAs: string | null, memberRole: SellerMemberRole | null, operatorRole: OperatorRole | null, permissions: Array<Permission>, keyScopes: Array<Permission>, seller: { id: string, name: string, slug: string } | null };

export type AdminViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminViewerQuery = { viewer: { account: { id: string, email: string | null, name: string, isGuest: boolean }, preferences: { language: string | null, timeZone: string | null, theme: Theme | null, hasShortcuts: boolean } | null, hats: Array<{ kind: HatKind, actAs: string | null, memberRole: SellerMemberRole | null, operatorRole: OperatorRole | null, permissions: Array<Permission>, keyScopes: Array<Permission>, seller: { id: string, name: string, slug: string } | null }> } | null };

export type AdminSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type AdminSignInMutation = { signIn: { session: { token: string, state: SessionState } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminFactorVerifyMutationVariables = Exact<{
  input: FactorVerifyInput;
}>;


export type AdminFactorVerifyMutation = { factorVerify: { session: { token: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminStepUpMutationVariables = Exact<{
  input: StepUpInput;
}>;


export type AdminStepUpMutation = { stepUp: { session: { token: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type AdminSignOutMutation = { signOut: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type StatementRowFragment = { id: string | null, number: string | null, month: string, currencyCode: string, closedAt: string | null, seller: { id: string, name: string } | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string } };

export type StatementSumsFragment = { month: string, currencyCode: string, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerOpening: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string }, totals: Array<{ kind: StatementLineKind, book: StatementBook, lines: string, amount: { amount: string, currencyCode: string } }>, parts: Array<{ kind: StatementPartKind, book: StatementBook, opening: { amount: string, currencyCode: string }, cameIn: { amount: string, currencyCode: string }, wentOut: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string } }> | null };

export type StatementLinePartsFragment = { seq: string, kind: StatementLineKind, book: StatementBook, orderId: string | null, postedAt: string, sellerOrder: { id: string, number: string } | null, amount: { amount: string, currencyCode: string }, journal: { id: string, kind: LedgerJournalKind } | null };

export type InvoiceRowFragment = { id: string, number: string, kind: CommissionDocumentKind, statementId: string, month: string, issuedAt: string, seller: { id: string, name: string } | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } };

export type AdminStatementsQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  currencyCode?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminStatementsQuery = { sellerStatements: { nodes: Array<{ id: string | null, number: string | null, month: string, currencyCode: string, closedAt: string | null, seller: { id: string, name: string } | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminInvoicesQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  currencyCode?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminInvoicesQuery = { commissionInvoices: { nodes: Array<{ id: string, number: string, kind: CommissionDocumentKind, statementId: string, month: string, issuedAt: string, seller: { id: string, name: string } | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminStatementQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminStatementQuery = { sellerStatement: { id: string | null, number: string | null, closedAt: string | null, month: string, currencyCode: string, seller: { id: string, name: string } | null, documents: Array<{ id: string, number: string, kind: CommissionDocumentKind, statementId: string, month: string, issuedAt: string, issuer: { name: string, taxId: string, address: string, country: string }, recipient: { name: string, taxId: string, address: string, country: string }, vatGroups: Array<{ basisPoints: number, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string } }>, seller: { id: string, name: string } | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } }> | null, lines: { nodes: Array<{ seq: string, kind: StatementLineKind, book: StatementBook, orderId: string | null, postedAt: string, sellerOrder: { id: string, number: string } | null, amount: { amount: string, currencyCode: string }, journal: { id: string, kind: LedgerJournalKind } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerOpening: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string }, totals: Array<{ kind: StatementLineKind, book: StatementBook, lines: string, amount: { amount: string, currencyCode: string } }>, parts: Array<{ kind: StatementPartKind, book: StatementBook, opening: { amount: string, currencyCode: string }, cameIn: { amount: string, currencyCode: string }, wentOut: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string } }> | null } | null };

export type AdminStatementOpenQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  currencyCode: string;
}>;


export type AdminStatementOpenQuery = { sellerStatementOpen: { month: string, currencyCode: string, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerOpening: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string }, totals: Array<{ kind: StatementLineKind, book: StatementBook, lines: string, amount: { amount: string, currencyCode: string } }>, parts: Array<{ kind: StatementPartKind, book: StatementBook, opening: { amount: string, currencyCode: string }, cameIn: { amount: string, currencyCode: string }, wentOut: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string } }> | null } | null };

export type AdminFileQueryVariables = Exact<{
  id: string;
}>;


export type AdminFileQuery = { export: { id: string, kind: ExportKind, status: ExportStatus, done: string, total: string, byteSize: string, filename: string, path: string | null, createdAt: string, readyAt: string | null, expiresAt: string | null } | null };

export type AdminStatementExportCreateMutationVariables = Exact<{
  input: SellerStatementExportCreateInput;
}>;


export type AdminStatementExportCreateMutation = { sellerStatementExportCreate: { export: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminCommissionInvoiceExportMutationVariables = Exact<{
  input: CommissionInvoiceExportCreateInput;
}>;


export type AdminCommissionInvoiceExportMutation = { commissionInvoiceExportCreate: { export: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminSystemQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminSystemQuery = { systemStatus: { version: string, database: string, startedAt: string, isHealthy: boolean, jobs: { waiting: number, running: number, delayed: number, parked: number, oldestWaitingSeconds: number }, webhooks: { waiting: number, parked: number, oldestReceivedAt: string | null } } | null };

export type AdminParkedJobsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminParkedJobsQuery = { parkedJobs: Array<{ id: string, kind: string, content: string, attempts: number, lastError: string, createdAt: string, parkedAt: string }> | null };

export type AdminPlatformSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminPlatformSettingsQuery = { platformSettings: { url: string, apiUrl: string, webhookUrl: string, currencies: Array<string>, mode: PaymentMode, isFactorRequired: boolean, isSellerFactorRequired: boolean, isTwoPersonsRequired: boolean, webhooks: { waiting: number, parked: number, lastReceivedAt: string | null }, settings: Array<{ name: string, group: string, description: string, default: string, kind: SettingKind, value: string | null, number: number | null, isSecret: boolean, isOverridden: boolean, amounts: Array<{ amount: string, currencyCode: string }> | null }> } | null };

export type AdminParkedJobRetryMutationVariables = Exact<{
  input: ParkedJobRetryInput;
}>;


export type AdminParkedJobRetryMutation = { parkedJobRetry: { jobId: string | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type TeamMemberFragment = { id: string, role: SellerMemberRole, isEnabled: boolean, joinedAt: string, lastSignInAt: string | null, customRole: { id: string, name: string } | null, account: { id: string, name: string, email: string | null } | null };

export type AdminMembersQueryVariables = Exact<{
  filter?: SellerMemberFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminMembersQuery = { sellerMembers: { nodes: Array<{ id: string, role: SellerMemberRole, isEnabled: boolean, joinedAt: string, lastSignInAt: string | null, customRole: { id: string, name: string } | null, account: { id: string, name: string, email: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type InvitationRowFragment = { id: string, email: string, role: SellerMemberRole, createdAt: string, expiresAt: string, endedAt: string | null, outcome: SellerInvitationOutcome | null, customRole: { id: string, name: string } | null, invitedBy: { id: string, name: string, email: string | null } | null };

export type AdminInvitationsQueryVariables = Exact<{
  filter?: SellerInvitationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminInvitationsQuery = { sellerInvitations: { nodes: Array<{ id: string, email: string, role: SellerMemberRole, createdAt: string, expiresAt: string, endedAt: string | null, outcome: SellerInvitationOutcome | null, customRole: { id: string, name: string } | null, invitedBy: { id: string, name: string, email: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type RoleRowFragment = { id: string, name: string, description: string, permissions: Array<Permission>, version: number, memberCount: number, updatedAt: string, refundLimit: { amount: string, currencyCode: string } | null };

export type AdminRolesQueryVariables = Exact<{
  filter?: SellerRoleFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminRolesQuery = { sellerRoles: { nodes: Array<{ id: string, name: string, description: string, permissions: Array<Permission>, version: number, memberCount: number, updatedAt: string, refundLimit: { amount: string, currencyCode: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OfferPartsFragment = { id: string, formerRole: SellerMemberRole, createdAt: string, expiresAt: string, outcome: SellerInvitationOutcome | null, seller: { id: string, name: string } | null, to: { id: string, name: string, email: string | null } | null };

export type AdminOwnershipOfferQueryVariables = Exact<{
  sellerId: string;
}>;


export type AdminOwnershipOfferQuery = { seller: { id: string, currencyCode: string, business: { ownershipOffer: { id: string, formerRole: SellerMemberRole, createdAt: string, expiresAt: string, outcome: SellerInvitationOutcome | null, seller: { id: string, name: string } | null, to: { id: string, name: string, email: string | null } | null } | null } | null } | null };

export type AdminOwnOffersQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminOwnOffersQuery = { viewer: { ownershipOffers: Array<{ id: string, formerRole: SellerMemberRole, createdAt: string, expiresAt: string, outcome: SellerInvitationOutcome | null, seller: { id: string, name: string } | null, to: { id: string, name: string, email: string | null } | null }> } | null };

export type AdminMemberInviteMutationVariables = Exact<{
  input: MemberInviteInput;
}>;


export type AdminMemberInviteMutation = { memberInvite: { invitation: { id: string, email: string, role: SellerMemberRole, createdAt: string, expiresAt: string, endedAt: string | null, outcome: SellerInvitationOutcome | null, customRole: { id: string, name: string } | null, invitedBy: { id: string, name: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminInvitationResendMutationVariables = Exact<{
  input: MemberInvitationResendInput;
}>;


export type AdminInvitationResendMutation = { memberInvitationResend: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminInvitationRevokeMutationVariables = Exact<{
  input: MemberInvitationRevokeInput;
}>;


export type AdminInvitationRevokeMutation = { memberInvitationRevoke: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminMemberRoleSetMutationVariables = Exact<{
  input: MemberRoleSetInput;
}>;


export type AdminMemberRoleSetMutation = { memberRoleSet: { member: { id: string, role: SellerMemberRole, isEnabled: boolean, joinedAt: string, lastSignInAt: string | null, customRole: { id: string, name: string } | null, account: { id: string, name: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminMemberRemoveMutationVariables = Exact<{
  input: MemberRemoveInput;
}>;


export type AdminMemberRemoveMutation = { memberRemove: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminMemberEnableMutationVariables = Exact<{
  input: MemberEnableInput;
}>;


export type AdminMemberEnableMutation = { memberEnable: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminRoleCreateMutationVariables = Exact<{
  input: SellerRoleCreateInput;
}>;


export type AdminRoleCreateMutation = { sellerRoleCreate: { role: { id: string, name: string, description: string, permissions: Array<Permission>, version: number, memberCount: number, updatedAt: string, refundLimit: { amount: string, currencyCode: string } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminRoleUpdateMutationVariables = Exact<{
  input: SellerRoleUpdateInput;
}>;


export type AdminRoleUpdateMutation = { sellerRoleUpdate: { role: { id: string, name: string, description: string, permissions: Array<Permission>, version: number, memberCount: number, updatedAt: string, refundLimit: { amount: string, currencyCode: string } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminRoleDeleteMutationVariables = Exact<{
  input: SellerRoleDeleteInput;
}>;


export type AdminRoleDeleteMutation = { sellerRoleDelete: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOwnershipTransferMutationVariables = Exact<{
  input: OwnershipTransferInput;
}>;


export type AdminOwnershipTransferMutation = { ownershipTransfer: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOwnershipTransferCancelMutationVariables = Exact<{
  input: OwnershipTransferCancelInput;
}>;


export type AdminOwnershipTransferCancelMutation = { ownershipTransferCancel: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOwnershipTransferAcceptMutationVariables = Exact<{
  input: OwnershipTransferAcceptInput;
}>;


export type AdminOwnershipTransferAcceptMutation = { ownershipTransferAccept: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminOwnershipTransferDeclineMutationVariables = Exact<{
  input: OwnershipTransferDeclineInput;
}>;


export type AdminOwnershipTransferDeclineMutation = { ownershipTransferDecline: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type TermsPartsFragment = { id: string, kind: TermsKind, number: number, title: string, text: string | null, link: string | null, textHash: string, inForceFrom: string, publishedAt: string, withdrawnAt: string | null };

export type AdminTermsVersionsQueryVariables = Exact<{
  filter?: TermsVersionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminTermsVersionsQuery = { termsVersions: { nodes: Array<{ id: string, kind: TermsKind, number: number, title: string, text: string | null, link: string | null, textHash: string, inForceFrom: string, publishedAt: string, withdrawnAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, buyer: { id: string } | null, seller: { id: string } | null, privacy: { id: string } | null, marketing: { id: string } | null };

export type AdminPendingTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminPendingTermsQuery = { viewer: { pendingTerms: Array<{ id: string, kind: TermsKind, number: number, title: string, text: string | null, link: string | null, textHash: string, inForceFrom: string, publishedAt: string, withdrawnAt: string | null }> } | null };

export type AdminTermsPublishMutationVariables = Exact<{
  input: TermsPublishInput;
}>;


export type AdminTermsPublishMutation = { termsPublish: { version: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminTermsWithdrawMutationVariables = Exact<{
  input: TermsWithdrawInput;
}>;


export type AdminTermsWithdrawMutation = { termsWithdraw: { version: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminTermsAcceptMutationVariables = Exact<{
  input: TermsAcceptInput;
}>;


export type AdminTermsAcceptMutation = { termsAccept: { consents: Array<{ id: string }> | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type ViewAsPartsFragment = { id: string, reason: string, endsAt: string, isReadOnly: boolean, seller: { id: string, name: string, slug: string } | null };

export type AdminViewAsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminViewAsQuery = { viewer: { viewAs: { id: string, reason: string, endsAt: string, isReadOnly: boolean, seller: { id: string, name: string, slug: string } | null } | null, hat: { kind: HatKind, actAs: string | null, memberRole: SellerMemberRole | null, operatorRole: OperatorRole | null, permissions: Array<Permission>, keyScopes: Array<Permission>, seller: { id: string, name: string, slug: string } | null } | null } | null };

export type AdminViewAsStartMutationVariables = Exact<{
  input: ViewAsStartInput;
}>;


export type AdminViewAsStartMutation = { viewAsStart: { viewAs: { id: string, reason: string, endsAt: string, isReadOnly: boolean, seller: { id: string, name: string, slug: string } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminViewAsEndMutationVariables = Exact<{
  input: ViewAsEndInput;
}>;


export type AdminViewAsEndMutation = { viewAsEnd: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminViewAsWriteMutationVariables = Exact<{
  input: ViewAsWriteInput;
}>;


export type AdminViewAsWriteMutation = { viewAsWrite: { viewAs: { id: string, isReadOnly: boolean } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminWaitingQueryVariables = Exact<{
  sellers?: boolean;
  disputes?: boolean;
  refunds?: boolean;
  proposals?: boolean;
  warnings?: boolean;
}>;


export type AdminWaitingQuery = { sellers?: { totalCount: number | null } | null, disputes?: { edges: Array<{ node: { id: string, status: DisputeStatus, answerStatus: DisputeAnswerStatus } }>, pageInfo: { hasNextPage: boolean } } | null, failed?: { totalCount: number | null } | null, byBank?: { totalCount: number | null } | null, proposals?: { edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean } } | null, fraudWarnings?: { edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean } } | null };

export type SellerWaitingQueryVariables = Exact<{
  orders?: boolean;
  disputes?: boolean;
}>;


export type SellerWaitingQuery = { sellerOrders?: { totalCount: number | null } | null, disputes?: { edges: Array<{ node: { id: string, status: DisputeStatus, answerStatus: DisputeAnswerStatus } }>, pageInfo: { hasNextPage: boolean } } | null };

export type WebhookRowFragment = { id: string, url: string, description: string, events: Array<WebhookEvent>, payloadVersion: string, status: WebhookEndpointStatus, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, firstFailedAt: string | null, version: number, createdAt: string, updatedAt: string, madeBy: { id: string, name: string, email: string | null } | null, secrets: Array<{ id: string, lastFour: string, createdAt: string, endsAt: string | null }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> };

export type AdminWebhooksQueryVariables = Exact<{
  filter?: WebhookEndpointFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminWebhooksQuery = { webhookEndpoints: { nodes: Array<{ id: string, url: string, description: string, events: Array<WebhookEvent>, payloadVersion: string, status: WebhookEndpointStatus, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, firstFailedAt: string | null, version: number, createdAt: string, updatedAt: string, madeBy: { id: string, name: string, email: string | null } | null, secrets: Array<{ id: string, lastFour: string, createdAt: string, endsAt: string | null }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminWebhookEventsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminWebhookEventsQuery = { webhookEvents: Array<WebhookEvent> | null };

export type AdminWebhookQueryVariables = Exact<{
  id: string;
}>;


export type AdminWebhookQuery = { webhookEndpoint: { id: string, url: string, description: string, events: Array<WebhookEvent>, payloadVersion: string, status: WebhookEndpointStatus, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, firstFailedAt: string | null, version: number, createdAt: string, updatedAt: string, madeBy: { id: string, name: string, email: string | null } | null, secrets: Array<{ id: string, lastFour: string, createdAt: string, endsAt: string | null }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> } | null };

export type AdminWebhookDeliveriesQueryVariables = Exact<{
  endpointId: string;
  filter?: WebhookDeliveryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminWebhookDeliveriesQuery = { webhookDeliveries: { nodes: Array<{ id: string, event: WebhookEvent, objectId: string, status: WebhookDeliveryStatus, nextAttemptAt: string | null, occurredAt: string, createdAt: string, endedAt: string | null, attempts: Array<{ number: number, outcome: WebhookAttemptOutcome, statusCode: number | null, durationMs: number | null, problem: string, startedAt: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminWebhookDeliveryQueryVariables = Exact<{
  id: string;
}>;


export type AdminWebhookDeliveryQuery = { webhookDelivery: { id: string, endpointId: string, event: WebhookEvent, eventId: string, objectId: string, payload: string, status: WebhookDeliveryStatus, nextAttemptAt: string | null, occurredAt: string, createdAt: string, endedAt: string | null, endpoint: { id: string, url: string, status: WebhookEndpointStatus } | null, attempts: Array<{ number: number, outcome: WebhookAttemptOutcome, statusCode: number | null, durationMs: number | null, answer: string, problem: string, startedAt: string }> } | null };

export type AdminWebhookCreateMutationVariables = Exact<{
  input: WebhookEndpointCreateInput;
}>;


export type AdminWebhookCreateMutation = { webhookEndpointCreate: { secret: string | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminWebhookUpdateMutationVariables = Exact<{
  input: WebhookEndpointUpdateInput;
}>;


export type AdminWebhookUpdateMutation = { webhookEndpointUpdate: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminWebhookDeleteMutationVariables = Exact<{
  input: WebhookEndpointDeleteInput;
}>;


export type AdminWebhookDeleteMutation = { webhookEndpointDelete: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminWebhookSecretRotateMutationVariables = Exact<{
  input: WebhookEndpointSecretRotateInput;
}>;


export type AdminWebhookSecretRotateMutation = { webhookEndpointSecretRotate: { secret: string | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminWebhookTestMutationVariables = Exact<{
  input: WebhookEndpointTestInput;
}>;


export type AdminWebhookTestMutation = { webhookEndpointTest: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminWebhookRetryMutationVariables = Exact<{
  input: WebhookDeliveryRetryInput;
}>;


export type AdminWebhookRetryMutation = { webhookDeliveryRetry: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminWebhookRetryFailedMutationVariables = Exact<{
  input: WebhookDeliveriesRetryInput;
}>;


export type AdminWebhookRetryFailedMutation = { webhookDeliveriesRetry: { count: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerSessionPartsFragment = { id: string, token: string, state: SessionState, account: { id: string, name: string, email: string | null, isGuest: boolean, isEmailVerified: boolean } };

export type BuyerViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type BuyerViewerQuery = { viewer: { sessionState: SessionState, isFactorMissing: boolean, account: { id: string, name: string, email: string | null, isGuest: boolean, isEmailVerified: boolean, createdAt: string }, hats: Array<{ kind: HatKind, actAs: string | null, seller: { id: string, name: string } | null }>, pendingTerms: Array<{ id: string, kind: TermsKind, number: number, title: string, link: string | null }> } | null };

export type BuyerGuestStartMutationVariables = Exact<{ [key: string]: never; }>;


export type BuyerGuestStartMutation = { guestSessionCreate: { session: { id: string, token: string, state: SessionState, account: { id: string, name: string, email: string | null, isGuest: boolean, isEmailVerified: boolean } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerRegisterMutationVariables = Exact<{
  input: AccountRegisterInput;
}>;


export type BuyerRegisterMutation = { accountRegister: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerEmailVerifyMutationVariables = Exact<{
  input: EmailVerifyInput;
}>;


export type BuyerEmailVerifyMutation = { emailVerify: { session: { id: string, token: string, state: SessionState, account: { id: string, name: string, email: string | null, isGuest: boolean, isEmailVerified: boolean } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerEmailVerificationSendMutationVariables = Exact<{
  input: EmailVerificationSendInput;
}>;


export type BuyerEmailVerificationSendMutation = { emailVerificationSend: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type BuyerSignInMutation = { signIn: { deviceToken: string | null, session: { id: string, token: string, state: SessionState, account: { id: string, name: string, email: string | null, isGuest: boolean, isEmailVerified: boolean } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerPasswordResetMutationVariables = Exact<{
  input: PasswordResetInput;
}>;


export type BuyerPasswordResetMutation = { passwordReset: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerEmailChangeConfirmMutationVariables = Exact<{
  input: EmailChangeConfirmInput;
}>;


export type BuyerEmailChangeConfirmMutation = { emailChangeConfirm: { isChanged: boolean | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerDevicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BuyerDevicesQuery = { viewer: { account: { id: string }, sessions: { nodes: Array<{ id: string, agent: string, place: string, createdAt: string, lastSeenAt: string, isCurrent: boolean }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, trustedDevices: Array<{ id: string, agent: string, place: string, lastUsedAt: string, expiresAt: string }> } | null };

export type BuyerTrustedDeviceRevokeMutationVariables = Exact<{
  input: TrustedDeviceRevokeInput;
}>;


export type BuyerTrustedDeviceRevokeMutation = { trustedDeviceRevoke: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerTrustedDevicesRevokeMutationVariables = Exact<{ [key: string]: never; }>;


export type BuyerTrustedDevicesRevokeMutation = { trustedDevicesRevoke: { revokedCount: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerFactorThawMutationVariables = Exact<{
  input: FactorThawInput;
}>;


export type BuyerFactorThawMutation = { factorThaw: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerFactorResetConfirmMutationVariables = Exact<{
  input: FactorResetConfirmInput;
}>;


export type BuyerFactorResetConfirmMutation = { factorResetConfirm: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerFactorResetObjectMutationVariables = Exact<{
  input: FactorResetObjectInput;
}>;


export type BuyerFactorResetObjectMutation = { factorResetObject: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerCartPartsFragment = { id: string, status: CartStatus, currencyCode: string, itemCount: number, updatedAt: string, quote: { isOrderable: boolean, total: { amount: string, currencyCode: string }, serviceFee: { amount: string, currencyCode: string }, groups: Array<{ seller: { id: string, name: string, slug: string } | null, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, title: string | null, variantTitle: string | null, imageUrl: string | null, quantity: number, problem: CartProblem | null, offer: { id: string, quantityMax: number, isInStock: boolean } | null, unitPrice: { amount: string, currencyCode: string } | null, total: { amount: string, currencyCode: string } | null }> }> } | null };

export type BuyerCartQueryVariables = Exact<{
  id: string;
}>;


export type BuyerCartQuery = { cart: { id: string, status: CartStatus, currencyCode: string, itemCount: number, updatedAt: string, quote: { isOrderable: boolean, total: { amount: string, currencyCode: string }, serviceFee: { amount: string, currencyCode: string }, groups: Array<{ seller: { id: string, name: string, slug: string } | null, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, title: string | null, variantTitle: string | null, imageUrl: string | null, quantity: number, problem: CartProblem | null, offer: { id: string, quantityMax: number, isInStock: boolean } | null, unitPrice: { amount: string, currencyCode: string } | null, total: { amount: string, currencyCode: string } | null }> }> } | null } | null };

export type BuyerCartCreateMutationVariables = Exact<{
  input: CartCreateInput;
}>;


export type BuyerCartCreateMutation = { cartCreate: { cart: { id: string, status: CartStatus, currencyCode: string, itemCount: number, updatedAt: string, quote: { isOrderable: boolean, total: { amount: string, currencyCode: string }, serviceFee: { amount: string, currencyCode: string }, groups: Array<{ seller: { id: string, name: string, slug: string } | null, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, title: string | null, variantTitle: string | null, imageUrl: string | null, quantity: number, problem: CartProblem | null, offer: { id: string, quantityMax: number, isInStock: boolean } | null, unitPrice: { amount: string, currencyCode: string } | null, total: { amount: string, currencyCode: string } | null }> }> } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerCartLineAddMutationVariables = Exact<{
  input: CartLineAddInput;
}>;


export type BuyerCartLineAddMutation = { cartLineAdd: { cart: { id: string, status: CartStatus, currencyCode: string, itemCount: number, updatedAt: string, quote: { isOrderable: boolean, total: { amount: string, currencyCode: string }, serviceFee: { amount: string, currencyCode: string }, groups: Array<{ seller: { id: string, name: string, slug: string } | null, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, title: string | null, variantTitle: string | null, imageUrl: string | null, quantity: number, problem: CartProblem | null, offer: { id: string, quantityMax: number, isInStock: boolean } | null, unitPrice: { amount: string, currencyCode: string } | null, total: { amount: string, currencyCode: string } | null }> }> } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerCartLineUpdateMutationVariables = Exact<{
  input: CartLineUpdateInput;
}>;


export type BuyerCartLineUpdateMutation = { cartLineUpdate: { cart: { id: string, status: CartStatus, currencyCode: string, itemCount: number, updatedAt: string, quote: { isOrderable: boolean, total: { amount: string, currencyCode: string }, serviceFee: { amount: string, currencyCode: string }, groups: Array<{ seller: { id: string, name: string, slug: string } | null, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, title: string | null, variantTitle: string | null, imageUrl: string | null, quantity: number, problem: CartProblem | null, offer: { id: string, quantityMax: number, isInStock: boolean } | null, unitPrice: { amount: string, currencyCode: string } | null, total: { amount: string, currencyCode: string } | null }> }> } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerCartLineRemoveMutationVariables = Exact<{
  input: CartLineRemoveInput;
}>;


export type BuyerCartLineRemoveMutation = { cartLineRemove: { cart: { id: string, status: CartStatus, currencyCode: string, itemCount: number, updatedAt: string, quote: { isOrderable: boolean, total: { amount: string, currencyCode: string }, serviceFee: { amount: string, currencyCode: string }, groups: Array<{ seller: { id: string, name: string, slug: string } | null, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, title: string | null, variantTitle: string | null, imageUrl: string | null, quantity: number, problem: CartProblem | null, offer: { id: string, quantityMax: number, isInStock: boolean } | null, unitPrice: { amount: string, currencyCode: string } | null, total: { amount: string, currencyCode: string } | null }> }> } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerCheckoutCompleteMutationVariables = Exact<{
  input: CheckoutCompleteInput;
}>;


export type BuyerCheckoutCompleteMutation = { checkoutComplete: { order: { id: string, number: string, status: OrderStatus, expiresAt: string, total: { amount: string, currencyCode: string }, payment: { id: string, status: PaymentStatus, clientSecret: string | null, publishableKey: string | null, amount: { amount: string, currencyCode: string } } | null, sellerOrders: Array<{ id: string, number: string, seller: { id: string, name: string } | null, total: { amount: string, currencyCode: string } }> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerListingPartsFragment = { id: string, title: string, slug: string, brand: string, productType: string, sellerName: string, offerCount: number, isInStock: boolean, priceMin: { amount: string, currencyCode: string }, priceMax: { amount: string, currencyCode: string }, thumbnail: { url: string, alt: string } | null, bestOffer: { id: string, isInStock: boolean, price: { amount: string, currencyCode: string } | null } | null, product: { id: string } | null };

export type BuyerOfferPartsFragment = { id: string, condition: OfferCondition, isInStock: boolean, quantityMax: number, leadTimeDays: number, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, seller: { id: string, name: string, slug: string } | null };

export type BuyerProductPartsFragment = { id: string, title: string, slug: string, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, variantCount: number, images: Array<{ url: string, mediumUrl: string, smallUrl: string, alt: string, position: number }>, options: Array<{ name: string, values: Array<string>, valueCount: number }>, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, imageUrl: string, offers: Array<{ id: string, condition: OfferCondition, isInStock: boolean, quantityMax: number, leadTimeDays: number, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, seller: { id: string, name: string, slug: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type BuyerVariantPartsFragment = { id: string, title: string, optionValues: Array<string>, imageUrl: string, offers: Array<{ id: string, condition: OfferCondition, isInStock: boolean, quantityMax: number, leadTimeDays: number, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, seller: { id: string, name: string, slug: string } | null }> };

export type BuyerCatalogueQueryVariables = Exact<{
  filter?: ListingFilter | null | undefined;
  sort?: ListingSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type BuyerCatalogueQuery = { products: { nodes: Array<{ id: string, title: string, slug: string, brand: string, productType: string, sellerName: string, offerCount: number, isInStock: boolean, priceMin: { amount: string, currencyCode: string }, priceMax: { amount: string, currencyCode: string }, thumbnail: { url: string, alt: string } | null, bestOffer: { id: string, isInStock: boolean, price: { amount: string, currencyCode: string } | null } | null, product: { id: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type BuyerSearchQueryVariables = Exact<{
  filter: ListingFilter;
  sort?: ListingSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BuyerSearchQuery = { productSearch: { results: { nodes: Array<{ id: string, title: string, slug: string, brand: string, productType: string, sellerName: string, offerCount: number, isInStock: boolean, priceMin: { amount: string, currencyCode: string }, priceMax: { amount: string, currencyCode: string }, thumbnail: { url: string, alt: string } | null, bestOffer: { id: string, isInStock: boolean, price: { amount: string, currencyCode: string } | null } | null, product: { id: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, facets: { count: number, isExact: boolean, sellers: Array<{ value: string, label: string, count: number }>, productTypes: Array<{ value: string, label: string, count: number }>, priceBands: Array<{ count: number, min: { amount: string, currencyCode: string }, max: { amount: string, currencyCode: string } | null }> } | null } | null };

export type BuyerProductQueryVariables = Exact<{
  slug: string;
}>;


export type BuyerProductQuery = { productBySlug: { id: string, title: string, slug: string, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, variantCount: number, images: Array<{ url: string, mediumUrl: string, smallUrl: string, alt: string, position: number }>, options: Array<{ name: string, values: Array<string>, valueCount: number }>, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, imageUrl: string, offers: Array<{ id: string, condition: OfferCondition, isInStock: boolean, quantityMax: number, leadTimeDays: number, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, seller: { id: string, name: string, slug: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type BuyerProductVariantsQueryVariables = Exact<{
  id: string;
  filter?: VariantFilter | null | undefined;
  size?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BuyerProductVariantsQuery = { product: { id: string, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, imageUrl: string, offers: Array<{ id: string, condition: OfferCondition, isInStock: boolean, quantityMax: number, leadTimeDays: number, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, seller: { id: string, name: string, slug: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type BuyerProductByIdQueryVariables = Exact<{
  id: string;
}>;


export type BuyerProductByIdQuery = { product: { id: string, title: string, slug: string, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, variantCount: number, images: Array<{ url: string, mediumUrl: string, smallUrl: string, alt: string, position: number }>, options: Array<{ name: string, values: Array<string>, valueCount: number }>, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, imageUrl: string, offers: Array<{ id: string, condition: OfferCondition, isInStock: boolean, quantityMax: number, leadTimeDays: number, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, seller: { id: string, name: string, slug: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type BuyerSellerPageQueryVariables = Exact<{
  slug: string;
}>;


export type BuyerSellerPageQuery = { sellerBySlug: { id: string, name: string, slug: string, country: string, description: string, supportEmail: string, isPlatform: boolean } | null };

export type BuyerNodeQueryVariables = Exact<{
  id: string;
}>;


export type BuyerNodeQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Cart', itemCount: number, id: string, cartStatus: CartStatus }
    | { __typename: 'CommissionDocument', id: string }
    | { __typename: 'CommissionRuleset', id: string }
    | { __typename: 'Dispute', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'FraudWarning', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'Offer', id: string }
    | { __typename: 'Order', number: string, id: string, orderStatus: OrderStatus }
    | { __typename: 'OrderLine', id: string }
    | { __typename: 'Payout', id: string }
    | { __typename: 'Product', title: string, slug: string, id: string }
    | { __typename: 'ProductImport', id: string }
    | { __typename: 'Proposal', id: string }
    | { __typename: 'ReconciliationDifference', id: string }
    | { __typename: 'Refund', id: string }
    | { __typename: 'Release', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Seller', name: string, slug: string, id: string }
    | { __typename: 'SellerCharge', id: string }
    | { __typename: 'SellerDebt', id: string }
    | { __typename: 'SellerInvitation', id: string }
    | { __typename: 'SellerMember', id: string }
    | { __typename: 'SellerOrder', id: string }
    | { __typename: 'SellerPlan', id: string }
    | { __typename: 'SellerRole', id: string }
    | { __typename: 'TermsVersion', id: string }
    | { __typename: 'Transfer', id: string }
    | { __typename: 'Variant', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string }
   | null };

export type BuyerRememberedQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type BuyerRememberedQuery = { nodes: Array<
    | { __typename: 'Account', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Cart', id: string }
    | { __typename: 'CommissionDocument', id: string }
    | { __typename: 'CommissionRuleset', id: string }
    | { __typename: 'Dispute', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'FraudWarning', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'Offer', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'OrderLine', id: string }
    | { __typename: 'Payout', id: string }
    | { __typename: 'Product', title: string, slug: string, id: string, images: Array<{ url: string, alt: string }>, listing: { id: string, isInStock: boolean, priceMin: { amount: string, currencyCode: string } } | null }
    | { __typename: 'ProductImport', id: string }
    | { __typename: 'Proposal', id: string }
    | { __typename: 'ReconciliationDifference', id: string }
    | { __typename: 'Refund', id: string }
    | { __typename: 'Release', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Seller', id: string }
    | { __typename: 'SellerCharge', id: string }
    | { __typename: 'SellerDebt', id: string }
    | { __typename: 'SellerInvitation', id: string }
    | { __typename: 'SellerMember', id: string }
    | { __typename: 'SellerOrder', id: string }
    | { __typename: 'SellerPlan', id: string }
    | { __typename: 'SellerRole', id: string }
    | { __typename: 'TermsVersion', id: string }
    | { __typename: 'Transfer', id: string }
    | { __typename: 'Variant', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string }
   | null> };

export type BuyerNotificationPartsFragment = { id: string, kind: NotificationKind, title: string, subjectId: string, createdAt: string, isRead: boolean, readAt: string | null };

export type BuyerNotificationPreferencePartsFragment = { kind: NotificationKind, inApp: boolean, byMail: boolean, canMailBeOff: boolean };

export type BuyerNotificationsQueryVariables = Exact<{
  filter?: NotificationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BuyerNotificationsQuery = { notificationUnreadCount: number | null, notifications: { nodes: Array<{ id: string, kind: NotificationKind, title: string, subjectId: string, createdAt: string, isRead: boolean, readAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type BuyerNotificationMarkReadMutationVariables = Exact<{
  input: NotificationMarkReadInput;
}>;


export type BuyerNotificationMarkReadMutation = { notificationMarkRead: { unreadCount: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerNotificationMarkAllReadMutationVariables = Exact<{ [key: string]: never; }>;


export type BuyerNotificationMarkAllReadMutation = { notificationMarkAllRead: { unreadCount: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerNotificationPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type BuyerNotificationPreferencesQuery = { notificationPreferences: Array<{ kind: NotificationKind, inApp: boolean, byMail: boolean, canMailBeOff: boolean }> | null };

export type BuyerNotificationPreferenceSetMutationVariables = Exact<{
  input: NotificationPreferenceSetInput;
}>;


export type BuyerNotificationPreferenceSetMutation = { notificationPreferenceSet: { preference: { kind: NotificationKind, inApp: boolean, byMail: boolean, canMailBeOff: boolean } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerNotificationReceivedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BuyerNotificationReceivedSubscription = { notificationReceived: { eventId: string, event: string, occurredAt: string, notification: { id: string, kind: NotificationKind, title: string, subjectId: string, createdAt: string, isRead: boolean, readAt: string | null } | null } | null };

export type BuyerOrdersQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type BuyerOrdersQuery = { orders: { nodes: Array<{ id: string, number: string, status: OrderStatus, placedAt: string, paidAt: string | null, total: { amount: string, currencyCode: string }, sellerOrders: Array<{ id: string, number: string, status: SellerOrderStatus, seller: { id: string, name: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type BuyerOrderQueryVariables = Exact<{
  id: string;
}>;


export type BuyerOrderQuery = { order: { id: string, number: string, status: OrderStatus, email: string, placedAt: string, expiresAt: string, paidAt: string | null, cancelledAt: string | null, cancelReason: OrderCancelReason | null, total: { amount: string, currencyCode: string }, subtotal: { amount: string, currencyCode: string }, discount: { amount: string, currencyCode: string }, shipping: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string }, serviceFee: { amount: string, currencyCode: string }, shippingAddress: { name: string, line1: string, line2: string, postalCode: string, city: string, region: string, country: string, phone: string, isMasked: boolean }, payment: { id: string, status: PaymentStatus, lastDecline: PaymentDeclineReason | null, processingSince: string | null, processingUntil: string | null, clientSecret: string | null, publishableKey: string | null, amount: { amount: string, currencyCode: string } } | null, sellerOrders: Array<{ id: string, number: string, status: SellerOrderStatus, shippedAt: string | null, seller: { id: string, name: string, slug: string } | null, total: { amount: string, currencyCode: string }, shipments: Array<{ id: string, carrier: string, trackingNumber: string, trackingUrl: string, createdAt: string, lines: Array<{ quantity: number, line: { id: string } }> }>, lines: Array<{ id: string, title: string, variantTitle: string, imageUrl: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } }> }> } | null };

export type BuyerRefundsQueryVariables = Exact<{
  orderId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BuyerRefundsQuery = { refunds: { nodes: Array<{ id: string, orderId: string, status: RefundStatus, method: RefundMethod, reason: RefundReason, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string }, parts: Array<{ kind: RefundPartKind, lineId: string, quantity: number, amount: { amount: string, currencyCode: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type BuyerCreditQueryVariables = Exact<{ [key: string]: never; }>;


export type BuyerCreditQuery = { buyerCredit: Array<{ amount: string, currencyCode: string }> | null };

export type BuyerOrderCancelMutationVariables = Exact<{
  input: OrderCancelInput;
}>;


export type BuyerOrderCancelMutation = { orderCancel: { order: { id: string, status: OrderStatus, cancelledAt: string | null, cancelReason: OrderCancelReason | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerOrderUpdatedSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type BuyerOrderUpdatedSubscription = { orderUpdated: { eventId: string, event: string, occurredAt: string, order: { id: string, status: OrderStatus, sellerOrders: Array<{ id: string, status: SellerOrderStatus }>, payment: { id: string, status: PaymentStatus, lastDecline: PaymentDeclineReason | null, processingSince: string | null, processingUntil: string | null } | null } | null } | null };

export type BuyerExportQueryVariables = Exact<{
  id: string;
}>;


export type BuyerExportQuery = { export: { id: string, kind: ExportKind, status: ExportStatus, done: string, total: string, byteSize: string, filename: string, path: string | null, createdAt: string, readyAt: string | null, expiresAt: string | null } | null };

export type BuyerExportUpdatedSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type BuyerExportUpdatedSubscription = { exportUpdated: { eventId: string, event: string, occurredAt: string, export: { id: string, status: ExportStatus, done: string, total: string, path: string | null } | null } | null };

export type BuyerSellerApplyMutationVariables = Exact<{
  input: SellerApplyInput;
}>;


export type BuyerSellerApplyMutation = { sellerApply: { seller: { id: string, name: string, slug: string, country: string, currencyCode: string, business: { status: SellerStatus, appliedAt: string } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerSellerInvitationQueryVariables = Exact<{
  token: string;
}>;


export type BuyerSellerInvitationQuery = { sellerInvitation: { sellerName: string, roleName: string, email: string, expiresAt: string } | null };

export type BuyerMemberInvitationAcceptMutationVariables = Exact<{
  input: MemberInvitationAcceptInput;
}>;


export type BuyerMemberInvitationAcceptMutation = { memberInvitationAccept: { member: { id: string, role: SellerMemberRole, joinedAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerMemberInvitationDeclineMutationVariables = Exact<{
  input: MemberInvitationDeclineInput;
}>;


export type BuyerMemberInvitationDeclineMutation = { memberInvitationDecline: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerMemberLeaveMutationVariables = Exact<{
  input: MemberLeaveInput;
}>;


export type BuyerMemberLeaveMutation = { memberLeave: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerOperatorInvitationQueryVariables = Exact<{
  token: string;
}>;


export type BuyerOperatorInvitationQuery = { operatorInvitation: { role: OperatorRole, email: string, expiresAt: string } | null };

export type BuyerOperatorInvitationAcceptMutationVariables = Exact<{
  input: OperatorInvitationAcceptInput;
}>;


export type BuyerOperatorInvitationAcceptMutation = { operatorInvitationAccept: { operator: { role: OperatorRole, account: { id: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerOperatorInvitationDeclineMutationVariables = Exact<{
  input: OperatorInvitationDeclineInput;
}>;


export type BuyerOperatorInvitationDeclineMutation = { operatorInvitationDecline: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerTermsQueryVariables = Exact<{
  kind: TermsKind;
}>;


export type BuyerTermsQuery = { terms: { id: string, kind: TermsKind, number: number, title: string, text: string | null, link: string | null, textHash: string, inForceFrom: string } | null };

export type BuyerConsentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BuyerConsentsQuery = { viewer: { account: { id: string }, pendingTerms: Array<{ id: string, kind: TermsKind, number: number, title: string }>, consents: { nodes: Array<{ id: string, isGiven: boolean, answeredAt: string, role: string, version: { id: string, kind: TermsKind, number: number, title: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type BuyerTermsAcceptMutationVariables = Exact<{
  input: TermsAcceptInput;
}>;


export type BuyerTermsAcceptMutation = { termsAccept: { consents: Array<{ id: string, isGiven: boolean, answeredAt: string, version: { id: string, kind: TermsKind, number: number } }> | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type BuyerConsentWithdrawMutationVariables = Exact<{
  input: ConsentWithdrawInput;
}>;


export type BuyerConsentWithdrawMutation = { consentWithdraw: { consents: Array<{ id: string, isGiven: boolean, answeredAt: string, version: { id: string, kind: TermsKind, number: number } }> | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorRulesetPartsFragment = { id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null };

export type OperatorRulePartsFragment = { id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } };

export type OperatorCommissionRulesetsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorCommissionRulesetsQuery = { commissionRulesets: { nodes: Array<{ id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorCommissionRulesetQueryVariables = Exact<{
  id: string;
}>;


export type OperatorCommissionRulesetQuery = { commissionRuleset: { id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null, rules: Array<{ id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } }>, buyerFees: Array<{ currencyCode: string, basisPoints: number, fixed: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }> } | null };

export type OperatorCommissionInForceQueryVariables = Exact<{
  at?: string | null | undefined;
}>;


export type OperatorCommissionInForceQuery = { commissionRulesetInForce: { id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null, rules: Array<{ id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } }> } | null };

export type OperatorCommissionRulesetSaveMutationVariables = Exact<{
  input: CommissionRulesetSaveInput;
}>;


export type OperatorCommissionRulesetSaveMutation = { commissionRulesetSave: { ruleset: { id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorCommissionRulesetPublishMutationVariables = Exact<{
  input: CommissionRulesetPublishInput;
}>;


export type OperatorCommissionRulesetPublishMutation = { commissionRulesetPublish: { proposal: { id: string, kind: string, status: ProposalStatus, payloadHash: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorCommissionRulesetCancelMutationVariables = Exact<{
  input: CommissionRulesetCancelInput;
}>;


export type OperatorCommissionRulesetCancelMutation = { commissionRulesetCancel: { ruleset: { id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorCommissionSimulateMutationVariables = Exact<{
  input: CommissionSimulateInput;
}>;


export type OperatorCommissionSimulateMutation = { commissionSimulate: { simulation: { id: string, rulesetId: string, status: CommissionSimulationStatus, orderCount: number, doneCount: number } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorCommissionSimulationQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorCommissionSimulationQuery = { commissionSimulation: { id: string, rulesetId: string, status: CommissionSimulationStatus, paidFrom: string, paidBefore: string, orderCount: number, doneCount: number, createdAt: string, finishedAt: string | null, totals: Array<{ lineCount: number, before: { amount: string, currencyCode: string }, after: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }>, sellers: { nodes: Array<{ lineCount: number, seller: { id: string, name: string } | null, before: { amount: string, currencyCode: string }, after: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type OperatorFraudWarningPartsFragment = { id: string, orderId: string, orderNumber: string, fraudType: string, standing: FraudWarningStanding, isActionable: boolean, warnedAt: string, note: string, setAsideAt: string | null, amount: { amount: string, currencyCode: string } };

export type OperatorFraudWarningsQueryVariables = Exact<{
  standing?: FraudWarningStanding | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorFraudWarningsQuery = { fraudWarnings: { nodes: Array<{ id: string, orderId: string, orderNumber: string, fraudType: string, standing: FraudWarningStanding, isActionable: boolean, warnedAt: string, note: string, setAsideAt: string | null, amount: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorFraudWarningQueryVariables = Exact<{
  id: string;
}>;


export type OperatorFraudWarningQuery = { fraudWarning: { id: string, orderId: string, orderNumber: string, fraudType: string, standing: FraudWarningStanding, isActionable: boolean, warnedAt: string, note: string, setAsideAt: string | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, amount: { amount: string, currencyCode: string } } | null };

export type OperatorFraudWarningRefundMutationVariables = Exact<{
  input: FraudWarningRefundInput;
}>;


export type OperatorFraudWarningRefundMutation = { fraudWarningRefund: { warning: { id: string, orderId: string, orderNumber: string, fraudType: string, standing: FraudWarningStanding, isActionable: boolean, warnedAt: string, note: string, setAsideAt: string | null, amount: { amount: string, currencyCode: string } } | null, refund: { id: string, status: RefundStatus, amount: { amount: string, currencyCode: string } } | null, proposal: { id: string, status: ProposalStatus, payloadHash: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorFraudWarningSetAsideMutationVariables = Exact<{
  input: FraudWarningSetAsideInput;
}>;


export type OperatorFraudWarningSetAsideMutation = { fraudWarningSetAside: { warning: { id: string, orderId: string, orderNumber: string, fraudType: string, standing: FraudWarningStanding, isActionable: boolean, warnedAt: string, note: string, setAsideAt: string | null, amount: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorDebtsQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  status?: SellerDebtStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorDebtsQuery = { sellerDebts: { nodes: Array<{ id: string, cause: SellerDebtCause, status: SellerDebtStatus, age: SellerDebtAge, createdAt: string, nextAttemptAt: string | null, seller: { id: string, name: string } | null, amount: { amount: string, currencyCode: string }, collected: { amount: string, currencyCode: string }, writtenOff: { amount: string, currencyCode: string }, open: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorSellerExposureQueryVariables = Exact<{
  sellerId: string;
}>;


export type OperatorSellerExposureQuery = { sellerExposure: Array<{ currencyCode: string, moved: { amount: string, currencyCode: string }, debt: { amount: string, currencyCode: string }, cover: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string } }> | null };

export type OperatorAccountBalancesQueryVariables = Exact<{
  account: string;
  sellerId?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type OperatorAccountBalancesQuery = { ledgerAccountBalances: Array<{ account: string, amount: { amount: string, currencyCode: string } }> | null };

export type OperatorBuyerCreditQueryVariables = Exact<{
  buyerId?: string | null | undefined;
}>;


export type OperatorBuyerCreditQuery = { buyerCredit: Array<{ amount: string, currencyCode: string }> | null };

export type OperatorManualPayoutsQueryVariables = Exact<{
  sellerId?: string | null | undefined;
}>;


export type OperatorManualPayoutsQuery = { manualPayouts: Array<{ id: string, reference: string, createdAt: string, amount: { amount: string, currencyCode: string } }> | null };

export type OperatorDebtDebitMutationVariables = Exact<{
  input: SellerDebtDebitInput;
}>;


export type OperatorDebtDebitMutation = { sellerDebtDebit: { debt: { id: string, status: SellerDebtStatus, open: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorDebtWriteOffMutationVariables = Exact<{
  input: SellerDebtWriteOffInput;
}>;


export type OperatorDebtWriteOffMutation = { sellerDebtWriteOff: { proposal: { id: string, status: ProposalStatus, payloadHash: string } | null, debt: { id: string, status: SellerDebtStatus, open: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorPayoutPolicySetMutationVariables = Exact<{
  input: SellerPayoutPolicySetInput;
}>;


export type OperatorPayoutPolicySetMutation = { sellerPayoutPolicySet: { policy: { id: string, holdFrom: PayoutHoldStart | null, holdDays: number | null, reserveBasisPoints: number | null, reserveDays: number | null, reason: string, effectiveAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorPayoutRecordMutationVariables = Exact<{
  input: SellerPayoutRecordInput;
}>;


export type OperatorPayoutRecordMutation = { sellerPayoutRecord: { proposal: { id: string, status: ProposalStatus, payloadHash: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorRefundCancelMutationVariables = Exact<{
  input: RefundCancelInput;
}>;


export type OperatorRefundCancelMutation = { refundCancel: { refund: { id: string, status: RefundStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorRefundPayOtherwiseMutationVariables = Exact<{
  input: RefundPayOtherwiseInput;
}>;


export type OperatorRefundPayOtherwiseMutation = { refundPayOtherwise: { refund: { id: string, status: RefundStatus, method: RefundMethod, reference: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorBuyerCreditPayOutMutationVariables = Exact<{
  input: BuyerCreditPayOutInput;
}>;


export type OperatorBuyerCreditPayOutMutation = { buyerCreditPayOut: { credit: { amount: string, currencyCode: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorLedgerExportMutationVariables = Exact<{
  input: LedgerExportCreateInput;
}>;


export type OperatorLedgerExportMutation = { ledgerExportCreate: { export: { id: string, kind: ExportKind, status: ExportStatus, filename: string, path: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorAuditExportMutationVariables = Exact<{
  input: AuditExportCreateInput;
}>;


export type OperatorAuditExportMutation = { auditExportCreate: { export: { id: string, kind: ExportKind, status: ExportStatus, filename: string, path: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorWithdrawableQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorWithdrawableQuery = { platformWithdrawable: Array<{ currencyCode: string, available: { amount: string, currencyCode: string }, owed: { amount: string, currencyCode: string }, float: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string } }> | null };

export type OperatorSellerRiskRatingsQueryVariables = Exact<{
  sellerId: string;
}>;


export type OperatorSellerRiskRatingsQuery = { sellerRiskRatings: Array<{ id: string, tier: SellerRiskTier, isAutomatic: boolean, reason: string, createdAt: string }> | null };

export type OperatorSellerRiskTierSetMutationVariables = Exact<{
  input: SellerRiskTierSetInput;
}>;


export type OperatorSellerRiskTierSetMutation = { sellerRiskTierSet: { rating: { id: string, tier: SellerRiskTier, isAutomatic: boolean, reason: string, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorDebitConsentQueryVariables = Exact<{
  sellerId: string;
}>;


export type OperatorDebitConsentQuery = { sellerDebitConsent: { isGiven: boolean, version: number, text: string, textHash: string, answers: Array<{ id: string, isGiven: boolean, version: number, answeredAt: string, answeredBy: { id: string, name: string, email: string | null } | null }> } | null };

export type OperatorPayoutHoldsQueryVariables = Exact<{
  sellerId: string;
}>;


export type OperatorPayoutHoldsQuery = { sellerPayoutHolds: Array<{ id: string, reason: string, until: string | null, isStanding: boolean, placedAt: string, liftReason: string, liftedAt: string | null, sellerOrder: { id: string, number: string } | null }> | null };

export type OperatorPayoutHoldMutationVariables = Exact<{
  input: SellerPayoutHoldInput;
}>;


export type OperatorPayoutHoldMutation = { sellerPayoutHold: { hold: { id: string, isStanding: boolean, until: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorPayoutHoldLiftMutationVariables = Exact<{
  input: SellerPayoutHoldLiftInput;
}>;


export type OperatorPayoutHoldLiftMutation = { sellerPayoutHoldLift: { hold: { id: string, isStanding: boolean } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorListExportMutationVariables = Exact<{
  input: ListExportCreateInput;
}>;


export type OperatorListExportMutation = { listExportCreate: { export: { id: string, kind: ExportKind, status: ExportStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorNotesQueryVariables = Exact<{
  subject: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorNotesQuery = { notes: { totalCount: number | null, nodes: Array<{ id: string, text: string, isOwn: boolean, version: number, createdAt: string, editedAt: string | null, author: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorNoteAddMutationVariables = Exact<{
  input: NoteAddInput;
}>;


export type OperatorNoteAddMutation = { noteAdd: { note: { id: string, version: number } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorNoteEditMutationVariables = Exact<{
  input: NoteEditInput;
}>;


export type OperatorNoteEditMutation = { noteEdit: { note: { id: string, version: number } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorNoteDeleteMutationVariables = Exact<{
  input: NoteDeleteInput;
}>;


export type OperatorNoteDeleteMutation = { noteDelete: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorInvitationPartsFragment = { id: string, email: string, role: OperatorRole, state: OperatorInvitationState, createdAt: string, approvedAt: string | null, expiresAt: string, endedAt: string | null, invitedBy: { id: string, email: string | null } | null };

export type OperatorInvitationsQueryVariables = Exact<{
  filter?: OperatorInvitationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorInvitationsQuery = { operatorInvitations: { nodes: Array<{ id: string, email: string, role: OperatorRole, state: OperatorInvitationState, createdAt: string, approvedAt: string | null, expiresAt: string, endedAt: string | null, invitedBy: { id: string, email: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorStaleOperatorsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorStaleOperatorsQuery = { staleOperators: { nodes: Array<{ accountId: string, email: string | null, name: string, role: OperatorRole, idleSince: string, disabledAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorInviteMutationVariables = Exact<{
  input: OperatorInviteInput;
}>;


export type OperatorInviteMutation = { operatorInvite: { proposal: { id: string, status: ProposalStatus, payloadHash: string } | null, invitation: { id: string, email: string, role: OperatorRole, state: OperatorInvitationState, createdAt: string, approvedAt: string | null, expiresAt: string, endedAt: string | null, invitedBy: { id: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorInvitationResendMutationVariables = Exact<{
  input: OperatorInvitationResendInput;
}>;


export type OperatorInvitationResendMutation = { operatorInvitationResend: { invitation: { id: string, email: string, role: OperatorRole, state: OperatorInvitationState, createdAt: string, approvedAt: string | null, expiresAt: string, endedAt: string | null, invitedBy: { id: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorInvitationRevokeMutationVariables = Exact<{
  input: OperatorInvitationRevokeInput;
}>;


export type OperatorInvitationRevokeMutation = { operatorInvitationRevoke: { invitation: { id: string, email: string, role: OperatorRole, state: OperatorInvitationState, createdAt: string, approvedAt: string | null, expiresAt: string, endedAt: string | null, invitedBy: { id: string, email: string | null } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorAccountByEmailQueryVariables = Exact<{
  email: string;
}>;


export type OperatorAccountByEmailQuery = { accountByEmail: { id: string, email: string | null, name: string, isMasked: boolean, revealedUntil: string | null, isEmailVerified: boolean, isGuest: boolean, createdAt: string, suspendedAt: string | null } | null };

export type OperatorAccountSessionsQueryVariables = Exact<{
  accountId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorAccountSessionsQuery = { accountSessions: { nodes: Array<{ id: string, agent: string, place: string, createdAt: string, lastSeenAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorAccountSuspendMutationVariables = Exact<{
  input: AccountSuspendInput;
}>;


export type OperatorAccountSuspendMutation = { accountSuspend: { account: { id: string, suspendedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorAccountReinstateMutationVariables = Exact<{
  input: AccountReinstateInput;
}>;


export type OperatorAccountReinstateMutation = { accountReinstate: { account: { id: string, suspendedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorPasswordResetStartMutationVariables = Exact<{
  input: AccountPasswordResetStartInput;
}>;


export type OperatorPasswordResetStartMutation = { accountPasswordResetStart: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorSessionsEndMutationVariables = Exact<{
  input: AccountSessionsEndInput;
}>;


export type OperatorSessionsEndMutation = { accountSessionsEnd: { endedCount: number | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorFactorResetAskMutationVariables = Exact<{
  input: FactorResetAskInput;
}>;


export type OperatorFactorResetAskMutation = { factorResetAsk: { proposal: { id: string, kind: string, status: ProposalStatus, payloadHash: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorFactorResetCancelMutationVariables = Exact<{
  input: FactorResetCancelInput;
}>;


export type OperatorFactorResetCancelMutation = { factorResetCancel: { userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorViewAsWriteMutationVariables = Exact<{
  input: ViewAsWriteInput;
}>;


export type OperatorViewAsWriteMutation = { viewAsWrite: { viewAs: { id: string, isReadOnly: boolean, endsAt: string, seller: { id: string, name: string } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorErasuresQueryVariables = Exact<{
  filter?: ErasureFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorErasuresQuery = { erasures: { nodes: Array<{ id: string, accountId: string, status: ErasureStatus, hindrances: Array<ErasureHindrance>, requestedAt: string, dueAt: string, endedAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorErasureProposeMutationVariables = Exact<{
  input: ErasureProposeInput;
}>;


export type OperatorErasureProposeMutation = { erasurePropose: { proposal: { id: string, kind: string, status: ProposalStatus, payloadHash: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorAccountQueryVariables = Exact<{
  id: string;
}>;


export type OperatorAccountQuery = { account: { id: string, email: string | null, name: string, isMasked: boolean, revealedUntil: string | null, isEmailVerified: boolean, isGuest: boolean, createdAt: string, suspendedAt: string | null } | null };

export type SellerPlanVersionPartsFragment = { id: string, number: number, vatBasisPoints: number, freeListings: number, offersMax: number | null, seatsMax: number | null, trialDays: number, effectiveFrom: string, fees: Array<{ currencyCode: string, monthly: { amount: string, currencyCode: string }, listing: { amount: string, currencyCode: string } }> };

export type SellerPlanAssignmentPartsFragment = { id: string, planId: string | null, reason: string, effectiveAt: string, createdAt: string, cancelledAt: string | null };

export type SellerChargePartsFragment = { id: string, kind: SellerChargeKind, purpose: SellerChargePurpose, reason: string, reference: string, vatBasisPoints: number, createdAt: string, reversedAt: string | null, reversalReason: string | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } };

export type OperatorPlansQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OperatorPlansQuery = { sellerPlans: { nodes: Array<{ id: string, name: string, createdAt: string, archivedAt: string | null, versions: Array<{ id: string, number: number, vatBasisPoints: number, freeListings: number, offersMax: number | null, seatsMax: number | null, trialDays: number, effectiveFrom: string, fees: Array<{ currencyCode: string, monthly: { amount: string, currencyCode: string }, listing: { amount: string, currencyCode: string } }> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorPlanStandingQueryVariables = Exact<{
  sellerId: string;
}>;


export type OperatorPlanStandingQuery = { sellerPlanStanding: { trialEndsAt: string | null, changeCount: number, plan: { id: string, name: string } | null, version: { id: string, number: number, vatBasisPoints: number, freeListings: number, offersMax: number | null, seatsMax: number | null, trialDays: number, effectiveFrom: string, fees: Array<{ currencyCode: string, monthly: { amount: string, currencyCode: string }, listing: { amount: string, currencyCode: string } }> } | null, assignments: Array<{ id: string, planId: string | null, reason: string, effectiveAt: string, createdAt: string, cancelledAt: string | null }>, changes: Array<{ id: string, planId: string | null, reason: string, effectiveAt: string, createdAt: string, cancelledAt: string | null }> } | null };

export type OperatorPlanPreviewQueryVariables = Exact<{
  input: SellerPlanPreviewInput;
}>;


export type OperatorPlanPreviewQuery = { sellerPlanPreview: { effectiveAt: string, paidFrom: string, paidBefore: string, orderCount: number, isCut: boolean, totals: Array<{ orderCount: number, sales: { amount: string, currencyCode: string }, commissionBefore: { amount: string, currencyCode: string }, commissionAfter: { amount: string, currencyCode: string }, shareBefore: { amount: string, currencyCode: string }, shareAfter: { amount: string, currencyCode: string } }>, biggestChanges: Array<{ number: string, placedAt: string, commissionDifference: { amount: string, currencyCode: string } }> } | null };

export type OperatorPlanCreateMutationVariables = Exact<{
  input: SellerPlanCreateInput;
}>;


export type OperatorPlanCreateMutation = { sellerPlanCreate: { plan: { id: string, name: string, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorPlanPublishMutationVariables = Exact<{
  input: SellerPlanPublishInput;
}>;


export type OperatorPlanPublishMutation = { sellerPlanPublish: { proposal: { id: string, kind: string, status: ProposalStatus, payloadHash: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorPlanArchiveMutationVariables = Exact<{
  input: SellerPlanArchiveInput;
}>;


export type OperatorPlanArchiveMutation = { sellerPlanArchive: { plan: { id: string, name: string, archivedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorPlanAssignMutationVariables = Exact<{
  input: SellerPlanAssignInput;
}>;


export type OperatorPlanAssignMutation = { sellerPlanAssign: { assignment: { id: string, planId: string | null, reason: string, effectiveAt: string, createdAt: string, cancelledAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorPlanAssignmentCancelMutationVariables = Exact<{
  input: SellerPlanAssignmentCancelInput;
}>;


export type OperatorPlanAssignmentCancelMutation = { sellerPlanAssignmentCancel: { assignment: { id: string, planId: string | null, reason: string, effectiveAt: string, createdAt: string, cancelledAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorChargesQueryVariables = Exact<{
  sellerId?: string | null | undefined;
  purpose?: SellerChargePurpose | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorChargesQuery = { sellerCharges: { nodes: Array<{ id: string, kind: SellerChargeKind, purpose: SellerChargePurpose, reason: string, reference: string, vatBasisPoints: number, createdAt: string, reversedAt: string | null, reversalReason: string | null, seller: { id: string, name: string } | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorChargeCreateMutationVariables = Exact<{
  input: SellerChargeCreateInput;
}>;


export type OperatorChargeCreateMutation = { sellerChargeCreate: { charge: { id: string, kind: SellerChargeKind, purpose: SellerChargePurpose, reason: string, reference: string, vatBasisPoints: number, createdAt: string, reversedAt: string | null, reversalReason: string | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } } | null, proposal: { id: string, status: ProposalStatus, payloadHash: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorCreditCreateMutationVariables = Exact<{
  input: SellerCreditCreateInput;
}>;


export type OperatorCreditCreateMutation = { sellerCreditCreate: { credit: { id: string, kind: SellerChargeKind, purpose: SellerChargePurpose, reason: string, reference: string, vatBasisPoints: number, createdAt: string, reversedAt: string | null, reversalReason: string | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } } | null, proposal: { id: string, status: ProposalStatus, payloadHash: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorChargeReverseMutationVariables = Exact<{
  input: SellerChargeReverseInput;
}>;


export type OperatorChargeReverseMutation = { sellerChargeReverse: { charge: { id: string, kind: SellerChargeKind, purpose: SellerChargePurpose, reason: string, reference: string, vatBasisPoints: number, createdAt: string, reversedAt: string | null, reversalReason: string | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } } | null, proposal: { id: string, status: ProposalStatus, payloadHash: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorYearReportPartsFragment = { currency: string, year: number, legalName: string, address: string, country: string, taxId: string, tin: string, legalForm: SellerLegalForm | null, registrationNumber: string, financialAccount: string, bankLastFour: string, missing: Array<ReportMissing>, transactions: number, seller: { id: string, name: string } | null, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string }, parts: Array<{ number: number, orders: string, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string }, fees: { amount: string, currencyCode: string } }> };

export type OperatorSalesReportQueryVariables = Exact<{
  from: string;
  to: string;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorSalesReportQuery = { salesReport: { nodes: Array<{ currency: string, orders: string, takeRateBasisPoints: number | null, seller: { id: string, name: string } | null, gross: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, commission: { amount: string, currencyCode: string }, commissionReturned: { amount: string, currencyCode: string }, promotions: { amount: string, currencyCode: string }, margin: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorTaxReportQueryVariables = Exact<{
  from: string;
  to: string;
  asOf?: string | null | undefined;
}>;


export type OperatorTaxReportQuery = { taxReport: Array<{ jurisdiction: string, remitter: ReportRemitter, currency: string, base: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string }, returned: { amount: string, currencyCode: string } | null, due: { amount: string, currencyCode: string }, remitted: { amount: string, currencyCode: string } | null, open: { amount: string, currencyCode: string } | null }> | null };

export type OperatorDac7ReportQueryVariables = Exact<{
  year: number;
  asOf?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorDac7ReportQuery = { dac7Report: { nodes: Array<{ isSmall: boolean, currency: string, year: number, legalName: string, address: string, country: string, taxId: string, tin: string, legalForm: SellerLegalForm | null, registrationNumber: string, financialAccount: string, bankLastFour: string, missing: Array<ReportMissing>, transactions: number, seller: { id: string, name: string } | null, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string }, parts: Array<{ number: number, orders: string, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string }, fees: { amount: string, currencyCode: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorForm1099KReportQueryVariables = Exact<{
  year: number;
  asOf?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorForm1099KReportQuery = { form1099KReport: { nodes: Array<{ isAbove1099K: boolean, currency: string, year: number, legalName: string, address: string, country: string, taxId: string, tin: string, legalForm: SellerLegalForm | null, registrationNumber: string, financialAccount: string, bankLastFour: string, missing: Array<ReportMissing>, transactions: number, seller: { id: string, name: string } | null, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string }, parts: Array<{ number: number, orders: string, gross: { amount: string, currencyCode: string }, consideration: { amount: string, currencyCode: string }, fees: { amount: string, currencyCode: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorReportExportMutationVariables = Exact<{
  input: ReportExportCreateInput;
}>;


export type OperatorReportExportMutation = { reportExportCreate: { export: { id: string, kind: ExportKind, status: ExportStatus, filename: string, path: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorTaxPayablesQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorTaxPayablesQuery = { taxPayables: Array<{ jurisdiction: string | null, currency: string, amount: { amount: string, currencyCode: string } }> | null };

export type OperatorTaxRemittancesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorTaxRemittancesQuery = { taxRemittances: { nodes: Array<{ id: string, jurisdiction: string | null, from: string, until: string, reference: string, reason: string, recordedAt: string, reversedAt: string | null, reversalReason: string | null, amount: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorTaxRemittanceRecordMutationVariables = Exact<{
  input: TaxRemittanceRecordInput;
}>;


export type OperatorTaxRemittanceRecordMutation = { taxRemittanceRecord: { proposal: { id: string, status: ProposalStatus, payloadHash: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorTaxRemittanceReverseMutationVariables = Exact<{
  input: TaxRemittanceReverseInput;
}>;


export type OperatorTaxRemittanceReverseMutation = { taxRemittanceReverse: { proposal: { id: string, status: ProposalStatus, payloadHash: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorSearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
  first?: number | null | undefined;
}>;


export type OperatorSearchQuery = { search: Array<{ kind: SearchKind, hasMore: boolean, hits: Array<{ id: string, match: SearchMatch, title: string, subtitle: string | null, status: string | null, parentId: string | null, createdAt: string, amount: { amount: string, currencyCode: string } | null, seller: { id: string, name: string } | null }> }> | null };

export type OperatorOwnershipAssignMutationVariables = Exact<{
  input: OwnershipAssignInput;
}>;


export type OperatorOwnershipAssignMutation = { ownershipAssign: { proposal: { id: string, kind: string, status: ProposalStatus, payloadHash: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorSellerCloseProposeMutationVariables = Exact<{
  input: SellerCloseProposeInput;
}>;


export type OperatorSellerCloseProposeMutation = { sellerClosePropose: { proposal: { id: string, kind: string, status: ProposalStatus, payloadHash: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorSystemSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorSystemSettingsQuery = { systemSettings: Array<{ name: string, group: string, kind: SettingKind, default: string, value: string | null, isSecret: boolean, isOverridden: boolean }> | null };

export type OperatorTermsVersionsQueryVariables = Exact<{
  filter?: TermsVersionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorTermsVersionsQuery = { termsVersions: { nodes: Array<{ id: string, kind: TermsKind, number: number, title: string, link: string | null, inForceFrom: string, publishedAt: string, withdrawnAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OperatorTermsPublishMutationVariables = Exact<{
  input: TermsPublishInput;
}>;


export type OperatorTermsPublishMutation = { termsPublish: { version: { id: string, kind: TermsKind, number: number, title: string, inForceFrom: string, publishedAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type OperatorTermsWithdrawMutationVariables = Exact<{
  input: TermsWithdrawInput;
}>;


export type OperatorTermsWithdrawMutation = { termsWithdraw: { version: { id: string, withdrawnAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerImportPartsFragment = { id: string, filename: string, currencyCode: string, isDryRun: boolean, status: ProductImportStatus, rows: number, rowsImported: number, rowsFailed: number, productsCreated: number, productsUpdated: number, productsUnchanged: number, productsFailed: number, variantsCreated: number, offersCreated: number, offersUpdated: number, problemCount: number, createdAt: string, startedAt: string | null, finishedAt: string | null };

export type SellerImportsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SellerImportsQuery = { productImports: { nodes: Array<{ id: string, filename: string, currencyCode: string, isDryRun: boolean, status: ProductImportStatus, rows: number, rowsImported: number, rowsFailed: number, productsCreated: number, productsUpdated: number, productsUnchanged: number, productsFailed: number, variantsCreated: number, offersCreated: number, offersUpdated: number, problemCount: number, createdAt: string, startedAt: string | null, finishedAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerImportQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SellerImportQuery = { productImport: { id: string, filename: string, currencyCode: string, isDryRun: boolean, status: ProductImportStatus, rows: number, rowsImported: number, rowsFailed: number, productsCreated: number, productsUpdated: number, productsUnchanged: number, productsFailed: number, variantsCreated: number, offersCreated: number, offersUpdated: number, problemCount: number, createdAt: string, startedAt: string | null, finishedAt: string | null, problems: { nodes: Array<{ line: number, column: string, handle: string, code: string, message: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type SellerUploadCreateMutationVariables = Exact<{
  input: UploadCreateInput;
}>;


export type SellerUploadCreateMutation = { uploadCreate: { upload: { id: string, url: string, filename: string, byteSize: number, isReceived: boolean, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerProductImportMutationVariables = Exact<{
  input: ProductImportInput;
}>;


export type SellerProductImportMutation = { productImport: { productImport: { id: string, filename: string, currencyCode: string, isDryRun: boolean, status: ProductImportStatus, rows: number, rowsImported: number, rowsFailed: number, productsCreated: number, productsUpdated: number, productsUnchanged: number, productsFailed: number, variantsCreated: number, offersCreated: number, offersUpdated: number, problemCount: number, createdAt: string, startedAt: string | null, finishedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerImportUpdatedSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type SellerImportUpdatedSubscription = { productImportUpdated: { eventId: string, event: string, occurredAt: string, productImport: { id: string, filename: string, currencyCode: string, isDryRun: boolean, status: ProductImportStatus, rows: number, rowsImported: number, rowsFailed: number, productsCreated: number, productsUpdated: number, productsUnchanged: number, productsFailed: number, variantsCreated: number, offersCreated: number, offersUpdated: number, problemCount: number, createdAt: string, startedAt: string | null, finishedAt: string | null } | null } | null };

export type SellerPayoutOutlookQueryVariables = Exact<{ [key: string]: never; }>;


export type SellerPayoutOutlookQuery = { sellerPayoutOutlook: Array<{ currencyCode: string, nextAt: string | null, blockedBy: Array<PayoutBlock>, text: string, amount: { amount: string, currencyCode: string }, minimum: { amount: string, currencyCode: string } | null }> | null };

export type SellerPayoutPoliciesQueryVariables = Exact<{ [key: string]: never; }>;


export type SellerPayoutPoliciesQuery = { sellerPayoutPolicies: Array<{ id: string, holdFrom: PayoutHoldStart | null, holdDays: number | null, reserveBasisPoints: number | null, reserveDays: number | null, reason: string, effectiveAt: string, createdAt: string }> | null };

export type SellerPayoutScheduleSetMutationVariables = Exact<{
  input: SellerPayoutScheduleSetInput;
}>;


export type SellerPayoutScheduleSetMutation = { sellerPayoutScheduleSet: { payoutAccount: { id: string, nextPayoutAt: string, schedule: { kind: PayoutScheduleKind, anchor: number, minimums: Array<{ amount: string, currencyCode: string }> } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerPayoutRequestMutationVariables = Exact<{
  input: SellerPayoutRequestInput;
}>;


export type SellerPayoutRequestMutation = { sellerPayoutRequest: { payout: { id: string, status: PayoutStatus, method: PayoutMethod, expectedAt: string | null, amount: { amount: string, currencyCode: string }, fee: { amount: string, currencyCode: string } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerDebtsQueryVariables = Exact<{
  status?: SellerDebtStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SellerDebtsQuery = { sellerDebts: { nodes: Array<{ id: string, cause: SellerDebtCause, status: SellerDebtStatus, age: SellerDebtAge, createdAt: string, nextAttemptAt: string | null, sellerOrder: { id: string, number: string } | null, amount: { amount: string, currencyCode: string }, collected: { amount: string, currencyCode: string }, fromHeld: { amount: string, currencyCode: string }, fromTransfers: { amount: string, currencyCode: string }, fromReleases: { amount: string, currencyCode: string }, fromReserve: { amount: string, currencyCode: string }, fromBalance: { amount: string, currencyCode: string }, writtenOff: { amount: string, currencyCode: string }, open: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerDisputeRateQueryVariables = Exact<{ [key: string]: never; }>;


export type SellerDisputeRateQuery = { sellerDisputeRate: { disputes: number, charges: number, basisPoints: number, isTooHigh: boolean, warnAt: number, measuredFrom: string } | null };

export type SellerCommissionExplainQueryVariables = Exact<{
  orderLineId: string;
}>;


export type SellerCommissionExplainQuery = { commissionExplain: { orderLineId: string, rulesetVersion: number | null, ruleId: string | null, ruleName: string, refund: CommissionRefundPolicy, base: { amount: string, currencyCode: string } | null, steps: Array<{ operation: CommissionOperation, basisPoints: number | null, of: { amount: string, currencyCode: string } | null, amount: { amount: string, currencyCode: string } }>, commission: { amount: string, currencyCode: string }, commissionVat: { amount: string, currencyCode: string } } | null };

export type SellerPlanQueryVariables = Exact<{ [key: string]: never; }>;


export type SellerPlanQuery = { sellerPlanStanding: { trialEndsAt: string | null, plan: { id: string, name: string } | null, version: { id: string, number: number, vatBasisPoints: number, freeListings: number, offersMax: number | null, seatsMax: number | null, trialDays: number, effectiveFrom: string, fees: Array<{ currencyCode: string, monthly: { amount: string, currencyCode: string }, listing: { amount: string, currencyCode: string } }> } | null, assignments: Array<{ id: string, planId: string | null, reason: string, effectiveAt: string, createdAt: string, cancelledAt: string | null }> } | null };

export type SellerChargesQueryVariables = Exact<{
  purpose?: SellerChargePurpose | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SellerChargesQuery = { sellerCharges: { nodes: Array<{ id: string, kind: SellerChargeKind, purpose: SellerChargePurpose, reason: string, reference: string, vatBasisPoints: number, createdAt: string, reversedAt: string | null, reversalReason: string | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerPayoutBreakdownQueryVariables = Exact<{
  payoutId: string;
  part?: PayoutPart | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SellerPayoutBreakdownQuery = { payout: { id: string, status: PayoutStatus, bankLast4: string, expectedAt: string | null, settledAt: string | null } | null, sellerPayoutBreakdown: { payoutId: string, leftAt: string, movements: string, opening: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, left: { amount: string, currencyCode: string }, unexplained: { amount: string, currencyCode: string }, parts: Array<{ part: PayoutPart, movements: string, amount: { amount: string, currencyCode: string } }>, items: { nodes: Array<{ kind: StatementLineKind, orderId: string | null, postedAt: string, sellerOrder: { id: string, number: string } | null, sales: { amount: string, currencyCode: string }, fees: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, disputes: { amount: string, currencyCode: string }, reserve: { amount: string, currencyCode: string }, other: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, lines: Array<{ lineId: string, title: string, sku: string | null, quantity: number, net: { amount: string, currencyCode: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type SellerPayoutExportCreateMutationVariables = Exact<{
  input: SellerPayoutExportCreateInput;
}>;


export type SellerPayoutExportCreateMutation = { sellerPayoutExportCreate: { export: { id: string, status: ExportStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerSalesQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type SellerSalesQuery = { sellerSales: Array<{ currency: string, orders: string, gross: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string }, days: Array<{ day: string, orders: string, gross: { amount: string, currencyCode: string }, refunds: { amount: string, currencyCode: string } }> }> | null };

export type SellerDebitConsentQueryVariables = Exact<{ [key: string]: never; }>;


export type SellerDebitConsentQuery = { sellerDebitConsent: { isGiven: boolean, version: number, text: string, textHash: string, answers: Array<{ id: string, isGiven: boolean, version: number, answeredAt: string, answeredBy: { id: string, name: string, email: string | null } | null }> } | null };

export type SellerDebitConsentSetMutationVariables = Exact<{
  input: SellerDebitConsentSetInput;
}>;


export type SellerDebitConsentSetMutation = { sellerDebitConsentSet: { consent: { isGiven: boolean, version: number } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerPayoutHoldsQueryVariables = Exact<{ [key: string]: never; }>;


export type SellerPayoutHoldsQuery = { sellerPayoutHolds: Array<{ id: string, reason: string, until: string | null, isStanding: boolean, placedAt: string, liftReason: string, liftedAt: string | null, sellerOrder: { id: string, number: string } | null }> | null };

export type SellerListExportMutationVariables = Exact<{
  input: ListExportCreateInput;
}>;


export type SellerListExportMutation = { listExportCreate: { export: { id: string, kind: ExportKind, status: ExportStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerVariantPartsFragment = { id: string, title: string, optionValues: Array<string>, position: number, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null }> };

export type SellerOfferPartsFragment = { id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null };

export type SellerProductPartsFragment = { id: string, title: string, slug: string, status: ProductStatus, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, updatedAt: string, variantCount: number, images: Array<{ url: string, alt: string, position: number }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, options: Array<{ name: string, values: Array<string>, valueCount: number }>, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, position: number, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerProductQueryVariables = Exact<{
  id: string;
}>;


export type SellerProductQuery = { product: { id: string, title: string, slug: string, status: ProductStatus, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, updatedAt: string, variantCount: number, images: Array<{ url: string, alt: string, position: number }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, options: Array<{ name: string, values: Array<string>, valueCount: number }>, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, position: number, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type SellerProductVariantsQueryVariables = Exact<{
  id: string;
  filter?: VariantFilter | null | undefined;
  size?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SellerProductVariantsQuery = { product: { id: string, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, position: number, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type SellerProductCreateMutationVariables = Exact<{
  input: ProductCreateInput;
}>;


export type SellerProductCreateMutation = { productCreate: { product: { id: string, title: string, slug: string, status: ProductStatus, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, updatedAt: string, variantCount: number, images: Array<{ url: string, alt: string, position: number }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, options: Array<{ name: string, values: Array<string>, valueCount: number }>, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, position: number, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerProductUpdateMutationVariables = Exact<{
  input: ProductUpdateInput;
}>;


export type SellerProductUpdateMutation = { productUpdate: { product: { id: string, title: string, slug: string, status: ProductStatus, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, updatedAt: string, variantCount: number, images: Array<{ url: string, alt: string, position: number }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, options: Array<{ name: string, values: Array<string>, valueCount: number }>, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, position: number, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerProductPublishMutationVariables = Exact<{
  input: ProductPublishInput;
}>;


export type SellerProductPublishMutation = { productPublish: { product: { id: string, status: ProductStatus, publishedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerProductArchiveMutationVariables = Exact<{
  input: ProductArchiveInput;
}>;


export type SellerProductArchiveMutation = { productArchive: { product: { id: string, status: ProductStatus } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerVariantCreateMutationVariables = Exact<{
  input: VariantCreateInput;
}>;


export type SellerVariantCreateMutation = { variantCreate: { variant: { id: string, title: string, optionValues: Array<string>, position: number, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null }> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerVariantsCreateMutationVariables = Exact<{
  input: VariantsCreateInput;
}>;


export type SellerVariantsCreateMutation = { variantsCreate: { variants: Array<{ id: string, title: string, position: number }> | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerVariantUpdateMutationVariables = Exact<{
  input: VariantUpdateInput;
}>;


export type SellerVariantUpdateMutation = { variantUpdate: { variant: { id: string, title: string, optionValues: Array<string>, position: number, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null }> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerOfferCreateMutationVariables = Exact<{
  input: OfferCreateInput;
}>;


export type SellerOfferCreateMutation = { offerCreate: { offer: { id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerOfferUpdateMutationVariables = Exact<{
  input: OfferUpdateInput;
}>;


export type SellerOfferUpdateMutation = { offerUpdate: { offer: { id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerOffersUpdateMutationVariables = Exact<{
  input: OffersUpdateInput;
}>;


export type SellerOffersUpdateMutation = { offersUpdate: { offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, isInStock: boolean, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null }> | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerStocksAdjustMutationVariables = Exact<{
  input: StocksAdjustInput;
}>;


export type SellerStocksAdjustMutation = { stocksAdjust: { stocks: Array<{ onHand: number, reserved: number, available: number, updatedAt: string }> | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerStockMovementsQueryVariables = Exact<{
  offerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SellerStockMovementsQuery = { stockMovements: { nodes: Array<{ id: string, delta: number, onHandAfter: number, reason: StockReason, reference: string, note: string, createdAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerStockSetMutationVariables = Exact<{
  input: StockSetInput;
}>;


export type SellerStockSetMutation = { stockSet: { stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerStockAdjustMutationVariables = Exact<{
  input: StockAdjustInput;
}>;


export type SellerStockAdjustMutation = { stockAdjust: { stock: { onHand: number, reserved: number, available: number, updatedAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerProfileQueryVariables = Exact<{
  id: string;
}>;


export type SellerProfileQuery = { seller: { id: string, name: string, slug: string, country: string, currencyCode: string, description: string, supportEmail: string, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }>, business: { status: SellerStatus, reason: string, appliedAt: string, decidedAt: string | null, legal: { form: SellerLegalForm | null, legalName: string, registrationNumber: string, taxId: string, tin: string, isBirthDateKnown: boolean, birthDate: string | null, line1: string, line2: string, postalCode: string, city: string, country: string, version: number, updatedAt: string } | null } | null } | null };

export type SellerUpdateMutationVariables = Exact<{
  input: SellerUpdateInput;
}>;


export type SellerUpdateMutation = { sellerUpdate: { seller: { id: string, name: string, slug: string, description: string, supportEmail: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerLegalUpdateMutationVariables = Exact<{
  input: SellerLegalUpdateInput;
}>;


export type SellerLegalUpdateMutation = { sellerLegalUpdate: { legal: { form: SellerLegalForm | null, legalName: string, registrationNumber: string, taxId: string, tin: string, isBirthDateKnown: boolean, birthDate: string | null, line1: string, line2: string, postalCode: string, city: string, country: string, version: number, updatedAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerCloseMutationVariables = Exact<{
  input: SellerCloseInput;
}>;


export type SellerCloseMutation = { sellerClose: { seller: { id: string, business: { status: SellerStatus } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerApiKeyQueryVariables = Exact<{
  id: string;
}>;


export type SellerApiKeyQuery = { apiKey: { id: string, name: string, mode: ApiKeyMode, status: ApiKeyStatus, scopes: Array<Permission>, addresses: Array<string>, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedPlace: string, secrets: Array<{ id: string, lastFour: string, createdAt: string, endsAt: string, lastUsedAt: string | null }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> } | null };

export type SellerSearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
  first?: number | null | undefined;
}>;


export type SellerSearchQuery = { search: Array<{ kind: SearchKind, hasMore: boolean, hits: Array<{ id: string, match: SearchMatch, title: string, subtitle: string | null, status: string | null, parentId: string | null, createdAt: string, amount: { amount: string, currencyCode: string } | null }> }> | null };

export type SellerStatementPartsFragment = { id: string | null, number: string | null, status: StatementStatus, month: string, currencyCode: string, closedAt: string | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerOpening: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string }, totals: Array<{ kind: StatementLineKind, book: StatementBook, lines: string, amount: { amount: string, currencyCode: string } }> };

export type SellerStatementsQueryVariables = Exact<{
  currencyCode?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SellerStatementsQuery = { sellerStatements: { nodes: Array<{ id: string | null, number: string | null, status: StatementStatus, month: string, currencyCode: string, closedAt: string | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerOpening: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string }, totals: Array<{ kind: StatementLineKind, book: StatementBook, lines: string, amount: { amount: string, currencyCode: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerStatementQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SellerStatementQuery = { sellerStatement: { id: string | null, number: string | null, status: StatementStatus, month: string, currencyCode: string, closedAt: string | null, documents: Array<{ id: string, number: string, kind: CommissionDocumentKind, issuedAt: string, gross: { amount: string, currencyCode: string } }> | null, lines: { nodes: Array<{ seq: string, kind: StatementLineKind, book: StatementBook, orderId: string | null, postedAt: string, vatBasisPoints: number, amount: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerOpening: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string }, totals: Array<{ kind: StatementLineKind, book: StatementBook, lines: string, amount: { amount: string, currencyCode: string } }> } | null };

export type SellerStatementOpenQueryVariables = Exact<{
  currencyCode: string;
}>;


export type SellerStatementOpenQuery = { sellerStatementOpen: { id: string | null, number: string | null, status: StatementStatus, month: string, currencyCode: string, closedAt: string | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerOpening: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string }, totals: Array<{ kind: StatementLineKind, book: StatementBook, lines: string, amount: { amount: string, currencyCode: string } }> } | null };

export type SellerCommissionInvoicesQueryVariables = Exact<{
  currencyCode?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type SellerCommissionInvoicesQuery = { commissionInvoices: { nodes: Array<{ id: string, number: string, kind: CommissionDocumentKind, month: string, issuedAt: string, statementId: string, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string }, vatGroups: Array<{ basisPoints: number, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string } }>, issuer: { name: string, taxId: string, address: string, country: string }, recipient: { name: string, taxId: string, address: string, country: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SellerStatementExportMutationVariables = Exact<{
  input: SellerStatementExportCreateInput;
}>;


export type SellerStatementExportMutation = { sellerStatementExportCreate: { export: { id: string, kind: ExportKind, status: ExportStatus, filename: string, path: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type SellerCommissionInvoiceExportMutationVariables = Exact<{
  input: CommissionInvoiceExportCreateInput;
}>;


export type SellerCommissionInvoiceExportMutation = { commissionInvoiceExportCreate: { export: { id: string, kind: ExportKind, status: ExportStatus, filename: string, path: string | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MoneyPartsFragmentDoc = new TypedDocumentString(`
    fragment MoneyParts on Money {
  amount
  currencyCode
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
export const ProductOfferPartsFragmentDoc = new TypedDocumentString(`
    fragment ProductOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  seller {
    id
  }
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"ProductOfferParts"}) as unknown as TypedDocumentString<ProductOfferPartsFragment, unknown>;
export const ProductVariantPartsFragmentDoc = new TypedDocumentString(`
    fragment ProductVariantParts on Variant {
  id
  title
  optionValues
  barcode
  weightGrams
  imageUrl
  offers {
    ...ProductOfferParts
  }
}
    fragment ProductOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  seller {
    id
  }
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"ProductVariantParts"}) as unknown as TypedDocumentString<ProductVariantPartsFragment, unknown>;
export const UserErrorPartsFragmentDoc = new TypedDocumentString(`
    fragment UserErrorParts on UserError {
  code
  field
  message
}
    `, {"fragmentName":"UserErrorParts"}) as unknown as TypedDocumentString<UserErrorPartsFragment, unknown>;
export const ProductPartsFragmentDoc = new TypedDocumentString(`
    fragment ProductParts on Product {
  id
  title
  slug
  status
  descriptionHtml
  brand
  productType
  tags
  optionNames
  publishedAt
  updatedAt
  images {
    url
    smallUrl
    alt
  }
  createdBy {
    id
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"fragmentName":"ProductParts"}) as unknown as TypedDocumentString<ProductPartsFragment, unknown>;
export const RulesetRowFragmentDoc = new TypedDocumentString(`
    fragment RulesetRow on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}
    `, {"fragmentName":"RulesetRow"}) as unknown as TypedDocumentString<RulesetRowFragment, unknown>;
export const RulePartsFragmentDoc = new TypedDocumentString(`
    fragment RuleParts on CommissionRule {
  id
  name
  basisPoints
  vatBasisPoints
  refund
  when {
    sellerIds
    planIds
    productIds
    productTypes
    brands
    conditions
    currencyCodes
    countries
    priceFrom {
      ...MoneyParts
    }
    priceBelow {
      ...MoneyParts
    }
  }
  tiers {
    by
    days
    isMarginal
    tiers {
      basisPoints
      from {
        ...MoneyParts
      }
    }
  }
  amounts {
    currencyCode
    perUnit {
      ...MoneyParts
    }
    perLine {
      ...MoneyParts
    }
    perOrder {
      ...MoneyParts
    }
    floor {
      ...MoneyParts
    }
    cap {
      ...MoneyParts
    }
  }
  base {
    beforeDiscount
    withTax
    withShipping
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"RuleParts"}) as unknown as TypedDocumentString<RulePartsFragment, unknown>;
export const BuyerFeePartsFragmentDoc = new TypedDocumentString(`
    fragment BuyerFeeParts on BuyerFee {
  currencyCode
  basisPoints
  refund
  fixed {
    ...MoneyParts
  }
  perLine {
    ...MoneyParts
  }
  floor {
    ...MoneyParts
  }
  cap {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"BuyerFeeParts"}) as unknown as TypedDocumentString<BuyerFeePartsFragment, unknown>;
export const RulesetFullFragmentDoc = new TypedDocumentString(`
    fragment RulesetFull on CommissionRuleset {
  ...RulesetRow
  revision
  rules {
    ...RuleParts
  }
  buyerFees {
    ...BuyerFeeParts
  }
}
    fragment RulesetRow on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}
fragment RuleParts on CommissionRule {
  id
  name
  basisPoints
  vatBasisPoints
  refund
  when {
    sellerIds
    planIds
    productIds
    productTypes
    brands
    conditions
    currencyCodes
    countries
    priceFrom {
      ...MoneyParts
    }
    priceBelow {
      ...MoneyParts
    }
  }
  tiers {
    by
    days
    isMarginal
    tiers {
      basisPoints
      from {
        ...MoneyParts
      }
    }
  }
  amounts {
    currencyCode
    perUnit {
      ...MoneyParts
    }
    perLine {
      ...MoneyParts
    }
    perOrder {
      ...MoneyParts
    }
    floor {
      ...MoneyParts
    }
    cap {
      ...MoneyParts
    }
  }
  base {
    beforeDiscount
    withTax
    withShipping
  }
}
fragment BuyerFeeParts on BuyerFee {
  currencyCode
  basisPoints
  refund
  fixed {
    ...MoneyParts
  }
  perLine {
    ...MoneyParts
  }
  floor {
    ...MoneyParts
  }
  cap {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"RulesetFull"}) as unknown as TypedDocumentString<RulesetFullFragment, unknown>;
export const CommissionChangePartsFragmentDoc = new TypedDocumentString(`
    fragment CommissionChangeParts on CommissionChange {
  lineCount
  seller {
    id
    name
  }
  before {
    ...MoneyParts
  }
  after {
    ...MoneyParts
  }
  difference {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"CommissionChangeParts"}) as unknown as TypedDocumentString<CommissionChangePartsFragment, unknown>;
export const DisputeRowFragmentDoc = new TypedDocumentString(`
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"DisputeRow"}) as unknown as TypedDocumentString<DisputeRowFragment, unknown>;
export const EvidenceFilePartsFragmentDoc = new TypedDocumentString(`
    fragment EvidenceFileParts on DisputeFile {
  id
  field
  filename
  contentType
  byteSize
  pages
  path
  isSent
  isKept
}
    `, {"fragmentName":"EvidenceFileParts"}) as unknown as TypedDocumentString<EvidenceFilePartsFragment, unknown>;
export const EvidencePartsFragmentDoc = new TypedDocumentString(`
    fragment EvidenceParts on DisputeEvidence {
  isMasked
  productDescription
  buyerName
  shippingAddress
  shippingCarrier
  shippingDate
  trackingNumber
  refundPolicy
  refundRefusal
  statement
}
    `, {"fragmentName":"EvidenceParts"}) as unknown as TypedDocumentString<EvidencePartsFragment, unknown>;
export const DisputeFullFragmentDoc = new TypedDocumentString(`
    fragment DisputeFull on Dispute {
  ...DisputeRow
  files {
    ...EvidenceFileParts
  }
  answeredAt
  answerFailure
  answerEvidence {
    ...EvidenceParts
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  parts {
    sellerId
    isEdited
    acceptedAt
    share {
      ...MoneyParts
    }
    evidence {
      ...EvidenceParts
    }
    files {
      ...EvidenceFileParts
    }
    sellerOrder {
      id
      number
      total {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment EvidenceParts on DisputeEvidence {
  isMasked
  productDescription
  buyerName
  shippingAddress
  shippingCarrier
  shippingDate
  trackingNumber
  refundPolicy
  refundRefusal
  statement
}
fragment EvidenceFileParts on DisputeFile {
  id
  field
  filename
  contentType
  byteSize
  pages
  path
  isSent
  isKept
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"fragmentName":"DisputeFull"}) as unknown as TypedDocumentString<DisputeFullFragment, unknown>;
export const AddressPartsFragmentDoc = new TypedDocumentString(`
    fragment AddressParts on Address {
  name
  line1
  line2
  postalCode
  city
  region
  country
  phone
  isMasked
}
    `, {"fragmentName":"AddressParts"}) as unknown as TypedDocumentString<AddressPartsFragment, unknown>;
export const WarningRowFragmentDoc = new TypedDocumentString(`
    fragment WarningRow on FraudWarning {
  id
  orderId
  orderNumber
  fraudType
  standing
  isActionable
  warnedAt
  note
  setAsideAt
  amount {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"WarningRow"}) as unknown as TypedDocumentString<WarningRowFragment, unknown>;
export const PersonPartsFragmentDoc = new TypedDocumentString(`
    fragment PersonParts on Account {
  id
  name
  email
}
    `, {"fragmentName":"PersonParts"}) as unknown as TypedDocumentString<PersonPartsFragment, unknown>;
export const OperatorRowFragmentDoc = new TypedDocumentString(`
    fragment OperatorRow on Operator {
  account {
    ...PersonParts
  }
  role
}
    fragment PersonParts on Account {
  id
  name
  email
}`, {"fragmentName":"OperatorRow"}) as unknown as TypedDocumentString<OperatorRowFragment, unknown>;
export const StaleOperatorRowFragmentDoc = new TypedDocumentString(`
    fragment StaleOperatorRow on StaleOperator {
  accountId
  email
  name
  role
  idleSince
  disabledAt
}
    `, {"fragmentName":"StaleOperatorRow"}) as unknown as TypedDocumentString<StaleOperatorRowFragment, unknown>;
export const ProposalRowFragmentDoc = new TypedDocumentString(`
    fragment ProposalRow on Proposal {
  id
  kind
  subject
  payload
  payloadHash
  reason
  status
  proposer {
    ...PersonParts
  }
  proposerRole
  createdAt
  expiresAt
  decidedAt
  decidedBy {
    ...PersonParts
  }
  note
  isDecidable
}
    fragment PersonParts on Account {
  id
  name
  email
}`, {"fragmentName":"ProposalRow"}) as unknown as TypedDocumentString<ProposalRowFragment, unknown>;
export const ApiKeyRowFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyRow on ApiKey {
  id
  name
  mode
  scopes
  addresses
  status
  createdAt
  expiresAt
  lastUsedAt
  lastUsedPlace
  madeBy {
    ...PersonParts
  }
  secrets {
    id
    lastFour
    endsAt
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}`, {"fragmentName":"ApiKeyRow"}) as unknown as TypedDocumentString<ApiKeyRowFragment, unknown>;
export const AuditRowFragmentDoc = new TypedDocumentString(`
    fragment AuditRow on AuditEntry {
  id
  number
  kind
  subject
  seller {
    id
    name
  }
  actor {
    ...PersonParts
  }
  actorRole
  apiKeyId
  requestId
  address
  before
  after
  proposedBy {
    ...PersonParts
  }
  at
  hash
}
    fragment PersonParts on Account {
  id
  name
  email
}`, {"fragmentName":"AuditRow"}) as unknown as TypedDocumentString<AuditRowFragment, unknown>;
export const OperatorInvitationRowFragmentDoc = new TypedDocumentString(`
    fragment OperatorInvitationRow on OperatorInvitation {
  id
  email
  role
  state
  createdAt
  approvedAt
  expiresAt
  invitedBy {
    id
    name
    email
  }
}
    `, {"fragmentName":"OperatorInvitationRow"}) as unknown as TypedDocumentString<OperatorInvitationRowFragment, unknown>;
export const TrendSumFragmentDoc = new TypedDocumentString(`
    fragment TrendSum on SalesTrendSum {
  orders
  takeRateBasisPoints
  refundBasisPoints
  gross {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  refunds {
    ...MoneyParts
  }
  kept {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"TrendSum"}) as unknown as TypedDocumentString<TrendSumFragment, unknown>;
export const TrendPartsFragmentDoc = new TypedDocumentString(`
    fragment TrendParts on SalesTrend {
  currency
  current {
    ...TrendSum
  }
  previous {
    ...TrendSum
  }
  change {
    orders
    gross
    net
    refunds
    kept
  }
  days {
    date
    gross {
      ...MoneyParts
    }
    previousDate
    previous {
      gross {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment TrendSum on SalesTrendSum {
  orders
  takeRateBasisPoints
  refundBasisPoints
  gross {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  refunds {
    ...MoneyParts
  }
  kept {
    ...MoneyParts
  }
}`, {"fragmentName":"TrendParts"}) as unknown as TypedDocumentString<TrendPartsFragment, unknown>;
export const ProductSalesPartsFragmentDoc = new TypedDocumentString(`
    fragment ProductSalesParts on ProductSales {
  productId
  product {
    id
    title
  }
  title
  units
  gross {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  changeBasisPoints
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"ProductSalesParts"}) as unknown as TypedDocumentString<ProductSalesPartsFragment, unknown>;
export const DisputeRatePartsFragmentDoc = new TypedDocumentString(`
    fragment DisputeRateParts on DisputeRate {
  disputes
  charges
  basisPoints
  isTooHigh
  warnAt
  amounts {
    disputed {
      ...MoneyParts
    }
    paid {
      ...MoneyParts
    }
    basisPoints
  }
  measuredFrom
  networks {
    name
    basisPoints
    disputesMin
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"DisputeRateParts"}) as unknown as TypedDocumentString<DisputeRatePartsFragment, unknown>;
export const ImportPartsFragmentDoc = new TypedDocumentString(`
    fragment ImportParts on ProductImport {
  id
  filename
  currencyCode
  isDryRun
  status
  rows
  rowsFailed
  productsCreated
  productsUpdated
  productsUnchanged
  productsFailed
  offersCreated
  offersUpdated
  problemCount
  createdAt
  finishedAt
}
    `, {"fragmentName":"ImportParts"}) as unknown as TypedDocumentString<ImportPartsFragment, unknown>;
export const LedgerEntryPartsFragmentDoc = new TypedDocumentString(`
    fragment LedgerEntryParts on LedgerEntry {
  id
  account
  postedAt
  amount {
    ...MoneyParts
  }
  journal {
    id
    kind
    source
    providerTransaction
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"LedgerEntryParts"}) as unknown as TypedDocumentString<LedgerEntryPartsFragment, unknown>;
export const NotePartsFragmentDoc = new TypedDocumentString(`
    fragment NoteParts on Note {
  id
  text
  isOwn
  version
  createdAt
  editedAt
  author {
    id
    name
    email
  }
}
    `, {"fragmentName":"NoteParts"}) as unknown as TypedDocumentString<NotePartsFragment, unknown>;
export const OrderLinePartsFragmentDoc = new TypedDocumentString(`
    fragment OrderLineParts on OrderLine {
  id
  title
  variantTitle
  sku
  quantity
  unitPrice {
    ...MoneyParts
  }
  total {
    ...MoneyParts
  }
  commission {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"OrderLineParts"}) as unknown as TypedDocumentString<OrderLinePartsFragment, unknown>;
export const ShipmentPartsFragmentDoc = new TypedDocumentString(`
    fragment ShipmentParts on Shipment {
  id
  carrier
  trackingNumber
  trackingUrl
  createdAt
  undoUntil
  lines {
    quantity
    line {
      id
      title
      variantTitle
      sku
    }
  }
}
    `, {"fragmentName":"ShipmentParts"}) as unknown as TypedDocumentString<ShipmentPartsFragment, unknown>;
export const SellerOrderPartsFragmentDoc = new TypedDocumentString(`
    fragment SellerOrderParts on SellerOrder {
  id
  number
  status
  total {
    ...MoneyParts
  }
  subtotal {
    ...MoneyParts
  }
  discount {
    ...MoneyParts
  }
  shipping {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  platformTax {
    ...MoneyParts
  }
  commission {
    ...MoneyParts
  }
  commissionVat {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  placedAt
  paidAt
  shippedAt
  cancelledAt
  lines {
    ...OrderLineParts
  }
  shipments {
    ...ShipmentParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment OrderLineParts on OrderLine {
  id
  title
  variantTitle
  sku
  quantity
  unitPrice {
    ...MoneyParts
  }
  total {
    ...MoneyParts
  }
  commission {
    ...MoneyParts
  }
}
fragment ShipmentParts on Shipment {
  id
  carrier
  trackingNumber
  trackingUrl
  createdAt
  undoUntil
  lines {
    quantity
    line {
      id
      title
      variantTitle
      sku
    }
  }
}`, {"fragmentName":"SellerOrderParts"}) as unknown as TypedDocumentString<SellerOrderPartsFragment, unknown>;
export const PayoutItemPartsFragmentDoc = new TypedDocumentString(`
    fragment PayoutItemParts on PayoutItem {
  kind
  orderId
  postedAt
  sellerOrder {
    id
    number
  }
  sales {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  refunds {
    ...MoneyParts
  }
  disputes {
    ...MoneyParts
  }
  reserve {
    ...MoneyParts
  }
  other {
    ...MoneyParts
  }
  amount {
    ...MoneyParts
  }
  lines {
    lineId
    title
    sku
    quantity
    net {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"PayoutItemParts"}) as unknown as TypedDocumentString<PayoutItemPartsFragment, unknown>;
export const AccountCardFragmentDoc = new TypedDocumentString(`
    fragment AccountCard on Account {
  id
  email
  name
  isMasked
  revealedUntil
  isEmailVerified
  isGuest
  createdAt
  suspendedAt
}
    `, {"fragmentName":"AccountCard"}) as unknown as TypedDocumentString<AccountCardFragment, unknown>;
export const ErasureRowFragmentDoc = new TypedDocumentString(`
    fragment ErasureRow on Erasure {
  id
  accountId
  status
  hindrances
  requestedAt
  dueAt
  endedAt
}
    `, {"fragmentName":"ErasureRow"}) as unknown as TypedDocumentString<ErasureRowFragment, unknown>;
export const PlanVersionFragmentDoc = new TypedDocumentString(`
    fragment PlanVersion on SellerPlanVersion {
  id
  number
  vatBasisPoints
  freeListings
  offersMax
  seatsMax
  trialDays
  holdDays
  reserveBasisPoints
  reserveDays
  effectiveFrom
  fees {
    currencyCode
    monthly {
      ...MoneyParts
    }
    listing {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"PlanVersion"}) as unknown as TypedDocumentString<PlanVersionFragment, unknown>;
export const PlanChangeFragmentDoc = new TypedDocumentString(`
    fragment PlanChange on SellerPlanAssignment {
  id
  reason
  effectiveAt
  createdAt
  cancelledAt
  plan {
    id
    name
  }
}
    `, {"fragmentName":"PlanChange"}) as unknown as TypedDocumentString<PlanChangeFragment, unknown>;
export const PreferencePartsFragmentDoc = new TypedDocumentString(`
    fragment PreferenceParts on Preferences {
  language
  timeZone
  theme
  hasShortcuts
}
    `, {"fragmentName":"PreferenceParts"}) as unknown as TypedDocumentString<PreferencePartsFragment, unknown>;
export const SavedViewPartsFragmentDoc = new TypedDocumentString(`
    fragment SavedViewParts on SavedView {
  id
  name
  search
  isDefault
}
    `, {"fragmentName":"SavedViewParts"}) as unknown as TypedDocumentString<SavedViewPartsFragment, unknown>;
export const ExportRowFragmentDoc = new TypedDocumentString(`
    fragment ExportRow on Export {
  id
  kind
  status
  done
  total
  byteSize
  filename
  path
  createdAt
  readyAt
  expiresAt
}
    `, {"fragmentName":"ExportRow"}) as unknown as TypedDocumentString<ExportRowFragment, unknown>;
export const ErasurePartsFragmentDoc = new TypedDocumentString(`
    fragment ErasureParts on Erasure {
  id
  status
  hindrances
  requestedAt
  dueAt
  endedAt
}
    `, {"fragmentName":"ErasureParts"}) as unknown as TypedDocumentString<ErasurePartsFragment, unknown>;
export const DifferenceRowFragmentDoc = new TypedDocumentString(`
    fragment DifferenceRow on ReconciliationDifference {
  id
  kind
  status
  account
  transaction
  source
  age
  firstSeenAt
  amount {
    ...MoneyParts
  }
  seller {
    id
    name
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"DifferenceRow"}) as unknown as TypedDocumentString<DifferenceRowFragment, unknown>;
export const DifferenceFullFragmentDoc = new TypedDocumentString(`
    fragment DifferenceFull on ReconciliationDifference {
  ...DifferenceRow
  type
  bookedTo
  linkedId
  reason
  resolution
  bookableAccounts
  lastSeenAt
  suspendedAt
  resolvedAt
  provider {
    ...MoneyParts
  }
  ledger {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment DifferenceRow on ReconciliationDifference {
  id
  kind
  status
  account
  transaction
  source
  age
  firstSeenAt
  amount {
    ...MoneyParts
  }
  seller {
    id
    name
  }
}`, {"fragmentName":"DifferenceFull"}) as unknown as TypedDocumentString<DifferenceFullFragment, unknown>;
export const RefundRowFragmentDoc = new TypedDocumentString(`
    fragment RefundRow on Refund {
  id
  orderId
  orderNumber
  status
  method
  reason
  note
  failure
  isRestocked
  createdAt
  settledAt
  amount {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"RefundRow"}) as unknown as TypedDocumentString<RefundRowFragment, unknown>;
export const YearReportPartsFragmentDoc = new TypedDocumentString(`
    fragment YearReportParts on YearReportRow {
  currency
  year
  legalName
  address
  country
  taxId
  registrationNumber
  financialAccount
  bankLastFour
  missing
  transactions
  isSmall
  isAbove1099K
  seller {
    id
    name
  }
  gross {
    ...MoneyParts
  }
  consideration {
    ...MoneyParts
  }
  parts {
    number
    orders
    gross {
      ...MoneyParts
    }
    consideration {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"YearReportParts"}) as unknown as TypedDocumentString<YearReportPartsFragment, unknown>;
export const PasskeyCreationPartsFragmentDoc = new TypedDocumentString(`
    fragment PasskeyCreationParts on PasskeyCreation {
  ceremony
  options {
    rp {
      id
      name
    }
    user {
      id
      name
      displayName
    }
    challenge
    pubKeyCredParams {
      type
      alg
    }
    timeout
    excludeCredentials {
      type
      id
      transports
    }
    authenticatorSelection {
      residentKey
      userVerification
    }
    attestation
  }
}
    `, {"fragmentName":"PasskeyCreationParts"}) as unknown as TypedDocumentString<PasskeyCreationPartsFragment, unknown>;
export const PasskeyRequestPartsFragmentDoc = new TypedDocumentString(`
    fragment PasskeyRequestParts on PasskeyRequest {
  ceremony
  options {
    challenge
    timeout
    rpId
    allowCredentials {
      type
      id
      transports
    }
    userVerification
  }
}
    `, {"fragmentName":"PasskeyRequestParts"}) as unknown as TypedDocumentString<PasskeyRequestPartsFragment, unknown>;
export const PasskeyRowFragmentDoc = new TypedDocumentString(`
    fragment PasskeyRow on Passkey {
  id
  name
  isSynced
  isFlagged
  createdAt
  lastUsedAt
}
    `, {"fragmentName":"PasskeyRow"}) as unknown as TypedDocumentString<PasskeyRowFragment, unknown>;
export const SellerRowFragmentDoc = new TypedDocumentString(`
    fragment SellerRow on Seller {
  id
  name
  slug
  country
  currencyCode
  isPlatform
  business {
    status
    reason
    reasonCode
    appliedAt
    decidedAt
    approvalUntil
  }
}
    `, {"fragmentName":"SellerRow"}) as unknown as TypedDocumentString<SellerRowFragment, unknown>;
export const HatPartsFragmentDoc = new TypedDocumentString(`
    fragment HatParts on Hat {
  kind
  actAs
  memberRole
  operatorRole
  permissions
  keyScopes
  seller {
    id
    name
    slug
  }
}
    `, {"fragmentName":"HatParts"}) as unknown as TypedDocumentString<HatPartsFragment, unknown>;
export const StatementRowFragmentDoc = new TypedDocumentString(`
    fragment StatementRow on SellerStatement {
  id
  number
  month
  currencyCode
  seller {
    id
    name
  }
  opening {
    ...MoneyParts
  }
  closing {
    ...MoneyParts
  }
  providerClosing {
    ...MoneyParts
  }
  closedAt
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"StatementRow"}) as unknown as TypedDocumentString<StatementRowFragment, unknown>;
export const StatementSumsFragmentDoc = new TypedDocumentString(`
    fragment StatementSums on SellerStatement {
  month
  currencyCode
  opening {
    ...MoneyParts
  }
  closing {
    ...MoneyParts
  }
  providerOpening {
    ...MoneyParts
  }
  providerClosing {
    ...MoneyParts
  }
  totals {
    kind
    book
    lines
    amount {
      ...MoneyParts
    }
  }
  parts {
    kind
    book
    opening {
      ...MoneyParts
    }
    cameIn {
      ...MoneyParts
    }
    wentOut {
      ...MoneyParts
    }
    closing {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"StatementSums"}) as unknown as TypedDocumentString<StatementSumsFragment, unknown>;
export const StatementLinePartsFragmentDoc = new TypedDocumentString(`
    fragment StatementLineParts on StatementLine {
  seq
  kind
  book
  orderId
  sellerOrder {
    id
    number
  }
  postedAt
  amount {
    ...MoneyParts
  }
  journal {
    id
    kind
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"StatementLineParts"}) as unknown as TypedDocumentString<StatementLinePartsFragment, unknown>;
export const InvoiceRowFragmentDoc = new TypedDocumentString(`
    fragment InvoiceRow on CommissionDocument {
  id
  number
  kind
  statementId
  month
  issuedAt
  seller {
    id
    name
  }
  net {
    ...MoneyParts
  }
  vat {
    ...MoneyParts
  }
  gross {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"InvoiceRow"}) as unknown as TypedDocumentString<InvoiceRowFragment, unknown>;
export const TeamMemberFragmentDoc = new TypedDocumentString(`
    fragment TeamMember on SellerMember {
  id
  role
  customRole {
    id
    name
  }
  isEnabled
  joinedAt
  lastSignInAt
  account {
    ...PersonParts
  }
}
    fragment PersonParts on Account {
  id
  name
  email
}`, {"fragmentName":"TeamMember"}) as unknown as TypedDocumentString<TeamMemberFragment, unknown>;
export const InvitationRowFragmentDoc = new TypedDocumentString(`
    fragment InvitationRow on SellerInvitation {
  id
  email
  role
  customRole {
    id
    name
  }
  invitedBy {
    ...PersonParts
  }
  createdAt
  expiresAt
  endedAt
  outcome
}
    fragment PersonParts on Account {
  id
  name
  email
}`, {"fragmentName":"InvitationRow"}) as unknown as TypedDocumentString<InvitationRowFragment, unknown>;
export const RoleRowFragmentDoc = new TypedDocumentString(`
    fragment RoleRow on SellerRole {
  id
  name
  description
  permissions
  refundLimit {
    ...MoneyParts
  }
  version
  memberCount
  updatedAt
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"RoleRow"}) as unknown as TypedDocumentString<RoleRowFragment, unknown>;
export const OfferPartsFragmentDoc = new TypedDocumentString(`
    fragment OfferParts on OwnershipOffer {
  id
  seller {
    id
    name
  }
  to {
    ...PersonParts
  }
  formerRole
  createdAt
  expiresAt
  outcome
}
    fragment PersonParts on Account {
  id
  name
  email
}`, {"fragmentName":"OfferParts"}) as unknown as TypedDocumentString<OfferPartsFragment, unknown>;
export const TermsPartsFragmentDoc = new TypedDocumentString(`
    fragment TermsParts on TermsVersion {
  id
  kind
  number
  title
  text
  link
  textHash
  inForceFrom
  publishedAt
  withdrawnAt
}
    `, {"fragmentName":"TermsParts"}) as unknown as TypedDocumentString<TermsPartsFragment, unknown>;
export const ViewAsPartsFragmentDoc = new TypedDocumentString(`
    fragment ViewAsParts on ViewAs {
  id
  reason
  endsAt
  isReadOnly
  seller {
    id
    name
    slug
  }
}
    `, {"fragmentName":"ViewAsParts"}) as unknown as TypedDocumentString<ViewAsPartsFragment, unknown>;
export const WebhookRowFragmentDoc = new TypedDocumentString(`
    fragment WebhookRow on WebhookEndpoint {
  id
  url
  description
  events
  payloadVersion
  status
  disabledReason
  disabledAt
  firstFailedAt
  version
  createdAt
  updatedAt
  madeBy {
    ...PersonParts
  }
  secrets {
    id
    lastFour
    createdAt
    endsAt
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}`, {"fragmentName":"WebhookRow"}) as unknown as TypedDocumentString<WebhookRowFragment, unknown>;
export const BuyerSessionPartsFragmentDoc = new TypedDocumentString(`
    fragment BuyerSessionParts on Session {
  id
  token
  state
  account {
    id
    name
    email
    isGuest
    isEmailVerified
  }
}
    `, {"fragmentName":"BuyerSessionParts"}) as unknown as TypedDocumentString<BuyerSessionPartsFragment, unknown>;
export const BuyerCartPartsFragmentDoc = new TypedDocumentString(`
    fragment BuyerCartParts on Cart {
  id
  status
  currencyCode
  itemCount
  updatedAt
  quote {
    isOrderable
    total {
      ...MoneyParts
    }
    serviceFee {
      ...MoneyParts
    }
    groups {
      seller {
        id
        name
        slug
      }
      subtotal {
        ...MoneyParts
      }
      lines {
        id
        title
        variantTitle
        imageUrl
        quantity
        problem
        offer {
          id
          quantityMax
          isInStock
        }
        unitPrice {
          ...MoneyParts
        }
        total {
          ...MoneyParts
        }
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"BuyerCartParts"}) as unknown as TypedDocumentString<BuyerCartPartsFragment, unknown>;
export const BuyerListingPartsFragmentDoc = new TypedDocumentString(`
    fragment BuyerListingParts on Listing {
  id
  title
  slug
  brand
  productType
  sellerName
  offerCount
  isInStock
  priceMin {
    ...MoneyParts
  }
  priceMax {
    ...MoneyParts
  }
  thumbnail {
    url
    alt
  }
  bestOffer {
    id
    isInStock
    price {
      ...MoneyParts
    }
  }
  product {
    id
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"BuyerListingParts"}) as unknown as TypedDocumentString<BuyerListingPartsFragment, unknown>;
export const BuyerOfferPartsFragmentDoc = new TypedDocumentString(`
    fragment BuyerOfferParts on Offer {
  id
  condition
  isInStock
  quantityMax
  leadTimeDays
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  seller {
    id
    name
    slug
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"BuyerOfferParts"}) as unknown as TypedDocumentString<BuyerOfferPartsFragment, unknown>;
export const BuyerVariantPartsFragmentDoc = new TypedDocumentString(`
    fragment BuyerVariantParts on Variant {
  id
  title
  optionValues
  imageUrl
  offers {
    ...BuyerOfferParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment BuyerOfferParts on Offer {
  id
  condition
  isInStock
  quantityMax
  leadTimeDays
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  seller {
    id
    name
    slug
  }
}`, {"fragmentName":"BuyerVariantParts"}) as unknown as TypedDocumentString<BuyerVariantPartsFragment, unknown>;
export const PagePartsFragmentDoc = new TypedDocumentString(`
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageParts"}) as unknown as TypedDocumentString<PagePartsFragment, unknown>;
export const BuyerProductPartsFragmentDoc = new TypedDocumentString(`
    fragment BuyerProductParts on Product {
  id
  title
  slug
  descriptionHtml
  brand
  productType
  tags
  optionNames
  publishedAt
  images {
    url
    mediumUrl
    smallUrl
    alt
    position
  }
  variantCount
  options {
    name
    values
    valueCount
  }
  variantsConnection {
    nodes {
      ...BuyerVariantParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment BuyerOfferParts on Offer {
  id
  condition
  isInStock
  quantityMax
  leadTimeDays
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  seller {
    id
    name
    slug
  }
}
fragment BuyerVariantParts on Variant {
  id
  title
  optionValues
  imageUrl
  offers {
    ...BuyerOfferParts
  }
}`, {"fragmentName":"BuyerProductParts"}) as unknown as TypedDocumentString<BuyerProductPartsFragment, unknown>;
export const BuyerNotificationPartsFragmentDoc = new TypedDocumentString(`
    fragment BuyerNotificationParts on Notification {
  id
  kind
  title
  subjectId
  createdAt
  isRead
  readAt
}
    `, {"fragmentName":"BuyerNotificationParts"}) as unknown as TypedDocumentString<BuyerNotificationPartsFragment, unknown>;
export const BuyerNotificationPreferencePartsFragmentDoc = new TypedDocumentString(`
    fragment BuyerNotificationPreferenceParts on NotificationPreference {
  kind
  inApp
  byMail
  canMailBeOff
}
    `, {"fragmentName":"BuyerNotificationPreferenceParts"}) as unknown as TypedDocumentString<BuyerNotificationPreferencePartsFragment, unknown>;
export const OperatorRulesetPartsFragmentDoc = new TypedDocumentString(`
    fragment OperatorRulesetParts on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}
    `, {"fragmentName":"OperatorRulesetParts"}) as unknown as TypedDocumentString<OperatorRulesetPartsFragment, unknown>;
export const OperatorRulePartsFragmentDoc = new TypedDocumentString(`
    fragment OperatorRuleParts on CommissionRule {
  id
  name
  basisPoints
  vatBasisPoints
  refund
  when {
    sellerIds
    productIds
    productTypes
    brands
    conditions
    currencyCodes
    countries
    priceFrom {
      ...MoneyParts
    }
    priceBelow {
      ...MoneyParts
    }
  }
  tiers {
    by
    days
    isMarginal
    tiers {
      basisPoints
      from {
        ...MoneyParts
      }
    }
  }
  amounts {
    currencyCode
    perUnit {
      ...MoneyParts
    }
    perLine {
      ...MoneyParts
    }
    perOrder {
      ...MoneyParts
    }
    floor {
      ...MoneyParts
    }
    cap {
      ...MoneyParts
    }
  }
  base {
    beforeDiscount
    withTax
    withShipping
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"OperatorRuleParts"}) as unknown as TypedDocumentString<OperatorRulePartsFragment, unknown>;
export const OperatorFraudWarningPartsFragmentDoc = new TypedDocumentString(`
    fragment OperatorFraudWarningParts on FraudWarning {
  id
  orderId
  orderNumber
  fraudType
  standing
  isActionable
  warnedAt
  note
  setAsideAt
  amount {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"OperatorFraudWarningParts"}) as unknown as TypedDocumentString<OperatorFraudWarningPartsFragment, unknown>;
export const OperatorInvitationPartsFragmentDoc = new TypedDocumentString(`
    fragment OperatorInvitationParts on OperatorInvitation {
  id
  email
  role
  state
  createdAt
  approvedAt
  expiresAt
  endedAt
  invitedBy {
    id
    email
  }
}
    `, {"fragmentName":"OperatorInvitationParts"}) as unknown as TypedDocumentString<OperatorInvitationPartsFragment, unknown>;
export const SellerPlanVersionPartsFragmentDoc = new TypedDocumentString(`
    fragment SellerPlanVersionParts on SellerPlanVersion {
  id
  number
  vatBasisPoints
  freeListings
  offersMax
  seatsMax
  trialDays
  effectiveFrom
  fees {
    currencyCode
    monthly {
      ...MoneyParts
    }
    listing {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"SellerPlanVersionParts"}) as unknown as TypedDocumentString<SellerPlanVersionPartsFragment, unknown>;
export const SellerPlanAssignmentPartsFragmentDoc = new TypedDocumentString(`
    fragment SellerPlanAssignmentParts on SellerPlanAssignment {
  id
  planId
  reason
  effectiveAt
  createdAt
  cancelledAt
}
    `, {"fragmentName":"SellerPlanAssignmentParts"}) as unknown as TypedDocumentString<SellerPlanAssignmentPartsFragment, unknown>;
export const SellerChargePartsFragmentDoc = new TypedDocumentString(`
    fragment SellerChargeParts on SellerCharge {
  id
  kind
  purpose
  reason
  reference
  vatBasisPoints
  createdAt
  reversedAt
  reversalReason
  net {
    ...MoneyParts
  }
  vat {
    ...MoneyParts
  }
  gross {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"SellerChargeParts"}) as unknown as TypedDocumentString<SellerChargePartsFragment, unknown>;
export const OperatorYearReportPartsFragmentDoc = new TypedDocumentString(`
    fragment OperatorYearReportParts on YearReportRow {
  currency
  year
  legalName
  address
  country
  taxId
  tin
  legalForm
  registrationNumber
  financialAccount
  bankLastFour
  missing
  transactions
  seller {
    id
    name
  }
  gross {
    ...MoneyParts
  }
  consideration {
    ...MoneyParts
  }
  parts {
    number
    orders
    gross {
      ...MoneyParts
    }
    consideration {
      ...MoneyParts
    }
    fees {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"OperatorYearReportParts"}) as unknown as TypedDocumentString<OperatorYearReportPartsFragment, unknown>;
export const SellerImportPartsFragmentDoc = new TypedDocumentString(`
    fragment SellerImportParts on ProductImport {
  id
  filename
  currencyCode
  isDryRun
  status
  rows
  rowsImported
  rowsFailed
  productsCreated
  productsUpdated
  productsUnchanged
  productsFailed
  variantsCreated
  offersCreated
  offersUpdated
  problemCount
  createdAt
  startedAt
  finishedAt
}
    `, {"fragmentName":"SellerImportParts"}) as unknown as TypedDocumentString<SellerImportPartsFragment, unknown>;
export const SellerOfferPartsFragmentDoc = new TypedDocumentString(`
    fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"SellerOfferParts"}) as unknown as TypedDocumentString<SellerOfferPartsFragment, unknown>;
export const SellerVariantPartsFragmentDoc = new TypedDocumentString(`
    fragment SellerVariantParts on Variant {
  id
  title
  optionValues
  position
  barcode
  weightGrams
  imageUrl
  offers {
    ...SellerOfferParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}`, {"fragmentName":"SellerVariantParts"}) as unknown as TypedDocumentString<SellerVariantPartsFragment, unknown>;
export const SellerProductPartsFragmentDoc = new TypedDocumentString(`
    fragment SellerProductParts on Product {
  id
  title
  slug
  status
  descriptionHtml
  brand
  productType
  tags
  optionNames
  publishedAt
  updatedAt
  images {
    url
    alt
    position
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  variantCount
  options {
    name
    values
    valueCount
  }
  variantsConnection {
    nodes {
      ...SellerVariantParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerVariantParts on Variant {
  id
  title
  optionValues
  position
  barcode
  weightGrams
  imageUrl
  offers {
    ...SellerOfferParts
  }
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}`, {"fragmentName":"SellerProductParts"}) as unknown as TypedDocumentString<SellerProductPartsFragment, unknown>;
export const SellerStatementPartsFragmentDoc = new TypedDocumentString(`
    fragment SellerStatementParts on SellerStatement {
  id
  number
  status
  month
  currencyCode
  closedAt
  opening {
    ...MoneyParts
  }
  closing {
    ...MoneyParts
  }
  providerOpening {
    ...MoneyParts
  }
  providerClosing {
    ...MoneyParts
  }
  totals {
    kind
    book
    lines
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"SellerStatementParts"}) as unknown as TypedDocumentString<SellerStatementPartsFragment, unknown>;
export const AdminOwnBusinessDocument = new TypedDocumentString(`
    query AdminOwnBusiness($id: ID!) {
  seller(id: $id) {
    id
    name
    slug
    country
    currencyCode
    description
    supportEmail
    business {
      status
      reason
      legal {
        form
        legalName
        registrationNumber
        taxId
        tin
        birthDate
        line1
        line2
        postalCode
        city
        country
        version
        updatedAt
      }
    }
  }
}
    `, {"hash":"sha256:9017f7a78f6448adee8f0205e56b6a546b19fa42fb201f9a8cfbd721dbc27da3"}) as unknown as TypedDocumentString<AdminOwnBusinessQuery, AdminOwnBusinessQueryVariables>;
export const AdminOwnProfileUpdateDocument = new TypedDocumentString(`
    mutation AdminOwnProfileUpdate($input: SellerUpdateInput!) {
  sellerUpdate(input: $input) {
    seller {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:c185eca13956f4151b6f67f9976230ced9143369be0354258e61a639f884f810"}) as unknown as TypedDocumentString<AdminOwnProfileUpdateMutation, AdminOwnProfileUpdateMutationVariables>;
export const AdminOwnLegalUpdateDocument = new TypedDocumentString(`
    mutation AdminOwnLegalUpdate($input: SellerLegalUpdateInput!) {
  sellerLegalUpdate(input: $input) {
    legal {
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:545e0a03b49a6e4131f0057e4cb55b61fb08a0bdf0097c5546dfc21bed128774"}) as unknown as TypedDocumentString<AdminOwnLegalUpdateMutation, AdminOwnLegalUpdateMutationVariables>;
export const AdminOwnPlanDocument = new TypedDocumentString(`
    query AdminOwnPlan {
  sellerPlanStanding {
    trialEndsAt
    plan {
      id
      name
    }
    version {
      id
      number
      vatBasisPoints
      freeListings
      offersMax
      seatsMax
      effectiveFrom
      fees {
        currencyCode
        monthly {
          ...MoneyParts
        }
        listing {
          ...MoneyParts
        }
      }
    }
    assignments {
      id
      planId
      reason
      effectiveAt
    }
    changes {
      ...PlanChange
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PlanChange on SellerPlanAssignment {
  id
  reason
  effectiveAt
  createdAt
  cancelledAt
  plan {
    id
    name
  }
}`, {"hash":"sha256:02898bb3cb7b3cd5a7b2b57704650b1ba8762dcd4aea2588955613c70f7c7a20"}) as unknown as TypedDocumentString<AdminOwnPlanQuery, AdminOwnPlanQueryVariables>;
export const AdminOwnChargesDocument = new TypedDocumentString(`
    query AdminOwnCharges($purpose: SellerChargePurpose, $first: Int, $after: String, $last: Int, $before: String) {
  sellerCharges(
    purpose: $purpose
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      kind
      purpose
      reason
      reference
      createdAt
      reversedAt
      reversalReason
      net {
        ...MoneyParts
      }
      vat {
        ...MoneyParts
      }
      gross {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:f4f5411000097c892e6daf8aa1f7911ac0b194623ac63118459065780a770f04"}) as unknown as TypedDocumentString<AdminOwnChargesQuery, AdminOwnChargesQueryVariables>;
export const AdminOwnOpenOrdersDocument = new TypedDocumentString(`
    query AdminOwnOpenOrders($first: Int, $last: Int) {
  sellerOrders(filter: {isToShip: true}, first: $first, last: $last) {
    nodes {
      id
      number
      placedAt
      paidAt
      total {
        ...MoneyParts
      }
      shippingAddress {
        name
        city
        country
      }
      disputes {
        id
        status
      }
    }
    totalCount
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:d8a49f0b6e9d9b91ba9c23c1f0f58c62c8dcd88ddda52843db91594b4d1cf91a"}) as unknown as TypedDocumentString<AdminOwnOpenOrdersQuery, AdminOwnOpenOrdersQueryVariables>;
export const AdminOwnStartDocument = new TypedDocumentString(`
    query AdminOwnStart {
  sellerProducts(first: 1) {
    nodes {
      id
      status
    }
  }
  sellerOffers(first: 1) {
    nodes {
      id
      status
    }
  }
}
    `, {"hash":"sha256:b18d6338a25de738d760a948548a186545e007a467bcaf99b31528ba728edf1e"}) as unknown as TypedDocumentString<AdminOwnStartQuery, AdminOwnStartQueryVariables>;
export const AdminOwnCloseDocument = new TypedDocumentString(`
    mutation AdminOwnClose($input: SellerCloseInput!) {
  sellerClose(input: $input) {
    seller {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:591bb18aa173d9baf610fdfab4627315226dd7e0b08e993ff910cd3495f0f4c2"}) as unknown as TypedDocumentString<AdminOwnCloseMutation, AdminOwnCloseMutationVariables>;
export const AdminProductDocument = new TypedDocumentString(`
    query AdminProduct($id: ID!) {
  product(id: $id) {
    ...ProductParts
    variantCount
    options {
      name
      values
      valueCount
    }
  }
}
    fragment ProductParts on Product {
  id
  title
  slug
  status
  descriptionHtml
  brand
  productType
  tags
  optionNames
  publishedAt
  updatedAt
  images {
    url
    smallUrl
    alt
  }
  createdBy {
    id
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:7b37e34697a3d1d2cb1716f7826b848ad58bf96e0a40f8a46d59fb74fb1d0f87"}) as unknown as TypedDocumentString<AdminProductQuery, AdminProductQueryVariables>;
export const AdminProductVariantsDocument = new TypedDocumentString(`
    query AdminProductVariants($id: ID!, $filter: VariantFilter, $size: Int = 12, $after: String, $last: Int, $before: String) {
  product(id: $id) {
    id
    variantsConnection(
      filter: $filter
      first: $size
      after: $after
      last: $last
      before: $before
    ) {
      nodes {
        ...ProductVariantParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment ProductOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  seller {
    id
  }
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
  }
}
fragment ProductVariantParts on Variant {
  id
  title
  optionValues
  barcode
  weightGrams
  imageUrl
  offers {
    ...ProductOfferParts
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:52bf5f43f1b83480aacd69555a8fc75ad93652af0e6a9e990c4fb965ad4cb913"}) as unknown as TypedDocumentString<AdminProductVariantsQuery, AdminProductVariantsQueryVariables>;
export const AdminProductOffersDocument = new TypedDocumentString(`
    query AdminProductOffers($id: ID!, $filter: VariantFilter, $after: String) {
  product(id: $id) {
    id
    variantsConnection(filter: $filter, first: 12, after: $after) {
      nodes {
        id
        title
        offers {
          id
          version
          status
          sku
          seller {
            id
          }
          price {
            ...MoneyParts
          }
          compareAtPrice {
            ...MoneyParts
          }
          stock {
            onHand
          }
        }
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:a023b350372ff2801ef280cdec0e6452ce21a4edc9b5af15aa44448bd3261ad9"}) as unknown as TypedDocumentString<AdminProductOffersQuery, AdminProductOffersQueryVariables>;
export const AdminProductCreateDocument = new TypedDocumentString(`
    mutation AdminProductCreate($input: ProductCreateInput!) {
  productCreate(input: $input) {
    product {
      id
      title
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:a6f7f4906be40302451866dd9dde1d89af8e109732b67a6e4d62dd135be1ec92"}) as unknown as TypedDocumentString<AdminProductCreateMutation, AdminProductCreateMutationVariables>;
export const AdminProductImageUploadDocument = new TypedDocumentString(`
    mutation AdminProductImageUpload($input: ProductImageUploadInput!) {
  productImageUpload(input: $input) {
    upload {
      id
      url
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b06f1a813b9b2602c028fb9392c17e23d89800cb7bd73e340b3c4957903fc7bb"}) as unknown as TypedDocumentString<AdminProductImageUploadMutation, AdminProductImageUploadMutationVariables>;
export const AdminProductUpdateDocument = new TypedDocumentString(`
    mutation AdminProductUpdate($input: ProductUpdateInput!) {
  productUpdate(input: $input) {
    product {
      id
      images {
        url
        smallUrl
        alt
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:17536fd61d944f8c6369d97af30f2f70b43eec2d3b5566cbeb9e2109ca6a0c53"}) as unknown as TypedDocumentString<AdminProductUpdateMutation, AdminProductUpdateMutationVariables>;
export const AdminProductPublishDocument = new TypedDocumentString(`
    mutation AdminProductPublish($input: ProductPublishInput!) {
  productPublish(input: $input) {
    product {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:74f0b122456fcef38bcce64ab3d3ebd5b2e1d1aa6d097c4073774209c9d7acbd"}) as unknown as TypedDocumentString<AdminProductPublishMutation, AdminProductPublishMutationVariables>;
export const AdminProductArchiveDocument = new TypedDocumentString(`
    mutation AdminProductArchive($input: ProductArchiveInput!) {
  productArchive(input: $input) {
    product {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ab95aa8e35b0014978e28d43b7f255cbd63ed58b103110fd29737cadc4d5ba48"}) as unknown as TypedDocumentString<AdminProductArchiveMutation, AdminProductArchiveMutationVariables>;
export const AdminVariantCreateDocument = new TypedDocumentString(`
    mutation AdminVariantCreate($input: VariantCreateInput!) {
  variantCreate(input: $input) {
    variant {
      id
      title
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:970563095a4b036d9c76ac8fffdd392228162a037c849bbc034976d1e3566b7f"}) as unknown as TypedDocumentString<AdminVariantCreateMutation, AdminVariantCreateMutationVariables>;
export const AdminVariantsCreateDocument = new TypedDocumentString(`
    mutation AdminVariantsCreate($input: VariantsCreateInput!) {
  variantsCreate(input: $input) {
    variants {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:8a33b2a6f1f0fe6be92294cf7184de74f5fcb742c476f38d58eed2ed44275502"}) as unknown as TypedDocumentString<AdminVariantsCreateMutation, AdminVariantsCreateMutationVariables>;
export const AdminVariantUpdateDocument = new TypedDocumentString(`
    mutation AdminVariantUpdate($input: VariantUpdateInput!) {
  variantUpdate(input: $input) {
    variant {
      id
      title
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:03a089baddad8a2ebb36f39d873e7fd47fb8f03579c833b8afca2cbd9e172d9c"}) as unknown as TypedDocumentString<AdminVariantUpdateMutation, AdminVariantUpdateMutationVariables>;
export const AdminOfferCreateDocument = new TypedDocumentString(`
    mutation AdminOfferCreate($input: OfferCreateInput!) {
  offerCreate(input: $input) {
    offer {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e7335474cded0411d649c11edce1d491ff52fd8b7f2fecbdd0050f6456bded44"}) as unknown as TypedDocumentString<AdminOfferCreateMutation, AdminOfferCreateMutationVariables>;
export const AdminOfferUpdateDocument = new TypedDocumentString(`
    mutation AdminOfferUpdate($input: OfferUpdateInput!) {
  offerUpdate(input: $input) {
    offer {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:6097a8f1d61e843d7dcae36b4a1e86b89968364b890d6bb809db55a5c990c689"}) as unknown as TypedDocumentString<AdminOfferUpdateMutation, AdminOfferUpdateMutationVariables>;
export const AdminOffersUpdateDocument = new TypedDocumentString(`
    mutation AdminOffersUpdate($input: OffersUpdateInput!) {
  offersUpdate(input: $input) {
    offers {
      id
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:1a1ab8997064843952385a561fd9d0050dcdcf2f624dce9dd617f7b4eb7f3397"}) as unknown as TypedDocumentString<AdminOffersUpdateMutation, AdminOffersUpdateMutationVariables>;
export const AdminStocksAdjustDocument = new TypedDocumentString(`
    mutation AdminStocksAdjust($input: StocksAdjustInput!) {
  stocksAdjust(input: $input) {
    stocks {
      onHand
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:67505232af1f4efc2a3702cb6b2d5add51e08c85901acfd15ff891d064d74ace"}) as unknown as TypedDocumentString<AdminStocksAdjustMutation, AdminStocksAdjustMutationVariables>;
export const AdminStockSetDocument = new TypedDocumentString(`
    mutation AdminStockSet($input: StockSetInput!) {
  stockSet(input: $input) {
    stock {
      onHand
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:746c15db35ef58f237f5d610de5580490b758fd7d80e821b99a94165702d32f2"}) as unknown as TypedDocumentString<AdminStockSetMutation, AdminStockSetMutationVariables>;
export const AdminStockAdjustDocument = new TypedDocumentString(`
    mutation AdminStockAdjust($input: StockAdjustInput!) {
  stockAdjust(input: $input) {
    stock {
      onHand
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:dc92ee479a1e67a3b6d586ffc2f5efa287fde5b88aa78d5963582c1d185e6f35"}) as unknown as TypedDocumentString<AdminStockAdjustMutation, AdminStockAdjustMutationVariables>;
export const AdminStockMovementsDocument = new TypedDocumentString(`
    query AdminStockMovements($offerId: ID!, $first: Int, $after: String) {
  stockMovements(offerId: $offerId, first: $first, after: $after) {
    nodes {
      id
      delta
      onHandAfter
      reason
      reference
      note
      createdAt
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:f3b35e437669ca4b5a65cd639edf1a98f38611b5b13cbf469275a224ac68cfc8"}) as unknown as TypedDocumentString<AdminStockMovementsQuery, AdminStockMovementsQueryVariables>;
export const AdminCatalogueSearchDocument = new TypedDocumentString(`
    query AdminCatalogueSearch($filter: ListingFilter, $first: Int, $after: String, $last: Int, $before: String) {
  products(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      title
      brand
      productType
      sellerName
      sellerCount
      seller {
        id
      }
      priceMin {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:1666d9cdf065787ac9d41e77b0d07c87b6939ce5591fd6badad76fcfd8406305"}) as unknown as TypedDocumentString<AdminCatalogueSearchQuery, AdminCatalogueSearchQueryVariables>;
export const AdminCatalogueDocument = new TypedDocumentString(`
    query AdminCatalogue($filter: ListingFilter, $first: Int, $after: String, $last: Int, $before: String) {
  products(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      title
      productType
      sellerName
      sellerCount
      seller {
        id
      }
      publishedAt
      isInStock
      priceMin {
        ...MoneyParts
      }
      priceMax {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:da2d8668da727db662c76929a6acecb86bc092e621fe232d79e3dcb5d288c055"}) as unknown as TypedDocumentString<AdminCatalogueQuery, AdminCatalogueQueryVariables>;
export const AdminRulesetsDocument = new TypedDocumentString(`
    query AdminRulesets($first: Int, $after: String, $last: Int, $before: String) {
  commissionRulesets(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      ...RulesetRow
    }
    pageInfo {
      ...PageParts
    }
  }
  commissionRulesetInForce {
    ...RulesetFull
  }
}
    fragment RulesetRow on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}
fragment RuleParts on CommissionRule {
  id
  name
  basisPoints
  vatBasisPoints
  refund
  when {
    sellerIds
    planIds
    productIds
    productTypes
    brands
    conditions
    currencyCodes
    countries
    priceFrom {
      ...MoneyParts
    }
    priceBelow {
      ...MoneyParts
    }
  }
  tiers {
    by
    days
    isMarginal
    tiers {
      basisPoints
      from {
        ...MoneyParts
      }
    }
  }
  amounts {
    currencyCode
    perUnit {
      ...MoneyParts
    }
    perLine {
      ...MoneyParts
    }
    perOrder {
      ...MoneyParts
    }
    floor {
      ...MoneyParts
    }
    cap {
      ...MoneyParts
    }
  }
  base {
    beforeDiscount
    withTax
    withShipping
  }
}
fragment BuyerFeeParts on BuyerFee {
  currencyCode
  basisPoints
  refund
  fixed {
    ...MoneyParts
  }
  perLine {
    ...MoneyParts
  }
  floor {
    ...MoneyParts
  }
  cap {
    ...MoneyParts
  }
}
fragment RulesetFull on CommissionRuleset {
  ...RulesetRow
  revision
  rules {
    ...RuleParts
  }
  buyerFees {
    ...BuyerFeeParts
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:8d8b926ea8f3bf44c33c29a8fe27e41d04fbf6e273f360994942e6a44649cdda"}) as unknown as TypedDocumentString<AdminRulesetsQuery, AdminRulesetsQueryVariables>;
export const AdminRulesetDocument = new TypedDocumentString(`
    query AdminRuleset($id: ID!) {
  commissionRuleset(id: $id) {
    ...RulesetFull
  }
}
    fragment RulesetRow on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}
fragment RuleParts on CommissionRule {
  id
  name
  basisPoints
  vatBasisPoints
  refund
  when {
    sellerIds
    planIds
    productIds
    productTypes
    brands
    conditions
    currencyCodes
    countries
    priceFrom {
      ...MoneyParts
    }
    priceBelow {
      ...MoneyParts
    }
  }
  tiers {
    by
    days
    isMarginal
    tiers {
      basisPoints
      from {
        ...MoneyParts
      }
    }
  }
  amounts {
    currencyCode
    perUnit {
      ...MoneyParts
    }
    perLine {
      ...MoneyParts
    }
    perOrder {
      ...MoneyParts
    }
    floor {
      ...MoneyParts
    }
    cap {
      ...MoneyParts
    }
  }
  base {
    beforeDiscount
    withTax
    withShipping
  }
}
fragment BuyerFeeParts on BuyerFee {
  currencyCode
  basisPoints
  refund
  fixed {
    ...MoneyParts
  }
  perLine {
    ...MoneyParts
  }
  floor {
    ...MoneyParts
  }
  cap {
    ...MoneyParts
  }
}
fragment RulesetFull on CommissionRuleset {
  ...RulesetRow
  revision
  rules {
    ...RuleParts
  }
  buyerFees {
    ...BuyerFeeParts
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:34a6c2a3a20f06a68921fb20f6be0f11b5c683f2805ee387368a0f3418889c7f"}) as unknown as TypedDocumentString<AdminRulesetQuery, AdminRulesetQueryVariables>;
export const AdminRulesetInForceDocument = new TypedDocumentString(`
    query AdminRulesetInForce {
  commissionRulesetInForce {
    ...RulesetFull
  }
}
    fragment RulesetRow on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}
fragment RuleParts on CommissionRule {
  id
  name
  basisPoints
  vatBasisPoints
  refund
  when {
    sellerIds
    planIds
    productIds
    productTypes
    brands
    conditions
    currencyCodes
    countries
    priceFrom {
      ...MoneyParts
    }
    priceBelow {
      ...MoneyParts
    }
  }
  tiers {
    by
    days
    isMarginal
    tiers {
      basisPoints
      from {
        ...MoneyParts
      }
    }
  }
  amounts {
    currencyCode
    perUnit {
      ...MoneyParts
    }
    perLine {
      ...MoneyParts
    }
    perOrder {
      ...MoneyParts
    }
    floor {
      ...MoneyParts
    }
    cap {
      ...MoneyParts
    }
  }
  base {
    beforeDiscount
    withTax
    withShipping
  }
}
fragment BuyerFeeParts on BuyerFee {
  currencyCode
  basisPoints
  refund
  fixed {
    ...MoneyParts
  }
  perLine {
    ...MoneyParts
  }
  floor {
    ...MoneyParts
  }
  cap {
    ...MoneyParts
  }
}
fragment RulesetFull on CommissionRuleset {
  ...RulesetRow
  revision
  rules {
    ...RuleParts
  }
  buyerFees {
    ...BuyerFeeParts
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:b27de8f509a975b0079771914e91f662da98b6efce01284f0ac467f1e1bae864"}) as unknown as TypedDocumentString<AdminRulesetInForceQuery, AdminRulesetInForceQueryVariables>;
export const AdminSimulationDocument = new TypedDocumentString(`
    query AdminSimulation($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  commissionSimulation(id: $id) {
    id
    status
    paidFrom
    paidBefore
    orderCount
    doneCount
    totals {
      ...CommissionChangeParts
    }
    sellers(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...CommissionChangeParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment CommissionChangeParts on CommissionChange {
  lineCount
  seller {
    id
    name
  }
  before {
    ...MoneyParts
  }
  after {
    ...MoneyParts
  }
  difference {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:bd7e7cb29a537c08f58470cea2ae404d18d88a6beffebf2b946cc5dcf9303e1b"}) as unknown as TypedDocumentString<AdminSimulationQuery, AdminSimulationQueryVariables>;
export const AdminCommissionExplainDocument = new TypedDocumentString(`
    query AdminCommissionExplain($orderLineId: ID!) {
  commissionExplain(orderLineId: $orderLineId) {
    orderLineId
    rulesetVersion
    ruleName
    refund
    base {
      ...MoneyParts
    }
    commission {
      ...MoneyParts
    }
    commissionVat {
      ...MoneyParts
    }
    steps {
      operation
      basisPoints
      of {
        ...MoneyParts
      }
      amount {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:5e728c59cedec7aa0da57b675aac577c62e718e5a690dba5dc2892d8cf7763d0"}) as unknown as TypedDocumentString<AdminCommissionExplainQuery, AdminCommissionExplainQueryVariables>;
export const AdminRulesetSaveDocument = new TypedDocumentString(`
    mutation AdminRulesetSave($input: CommissionRulesetSaveInput!) {
  commissionRulesetSave(input: $input) {
    ruleset {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:7018ac6e7c3da5244723ba8286b373b821e9f91f17b3729143d0b63e254f1f71"}) as unknown as TypedDocumentString<AdminRulesetSaveMutation, AdminRulesetSaveMutationVariables>;
export const AdminRulesetPublishDocument = new TypedDocumentString(`
    mutation AdminRulesetPublish($input: CommissionRulesetPublishInput!) {
  commissionRulesetPublish(input: $input) {
    proposal {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:21b05b6863813d3f2acb2718d34e3079fe4c8916bba66a7524ac7fd8b53b7791"}) as unknown as TypedDocumentString<AdminRulesetPublishMutation, AdminRulesetPublishMutationVariables>;
export const AdminRulesetCancelDocument = new TypedDocumentString(`
    mutation AdminRulesetCancel($input: CommissionRulesetCancelInput!) {
  commissionRulesetCancel(input: $input) {
    ruleset {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:4807ea188226bf92472c01f420634e9cb037cc82a2cf1641e0940254eb32ea12"}) as unknown as TypedDocumentString<AdminRulesetCancelMutation, AdminRulesetCancelMutationVariables>;
export const AdminSimulateDocument = new TypedDocumentString(`
    mutation AdminSimulate($input: CommissionSimulateInput!) {
  commissionSimulate(input: $input) {
    simulation {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:3a3d5e30a3cb518d8ca7b32181f2fa4a8234e35fec71b7b61578c2191764e495"}) as unknown as TypedDocumentString<AdminSimulateMutation, AdminSimulateMutationVariables>;
export const AdminDisputesDocument = new TypedDocumentString(`
    query AdminDisputes($sellerId: ID, $status: DisputeStatus, $dueBefore: DateTime, $first: Int, $after: String, $last: Int, $before: String) {
  disputes(
    sellerId: $sellerId
    status: $status
    dueBefore: $dueBefore
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...DisputeRow
      parts {
        sellerOrder {
          id
          number
          seller {
            id
            name
          }
        }
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:df7eb56680a428929134cb91f11c3e71edba10e2036c660d7046c5e4041e6245"}) as unknown as TypedDocumentString<AdminDisputesQuery, AdminDisputesQueryVariables>;
export const AdminDisputeDocument = new TypedDocumentString(`
    query AdminDispute($id: ID!) {
  dispute(id: $id) {
    ...DisputeFull
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment EvidenceParts on DisputeEvidence {
  isMasked
  productDescription
  buyerName
  shippingAddress
  shippingCarrier
  shippingDate
  trackingNumber
  refundPolicy
  refundRefusal
  statement
}
fragment EvidenceFileParts on DisputeFile {
  id
  field
  filename
  contentType
  byteSize
  pages
  path
  isSent
  isKept
}
fragment DisputeFull on Dispute {
  ...DisputeRow
  files {
    ...EvidenceFileParts
  }
  answeredAt
  answerFailure
  answerEvidence {
    ...EvidenceParts
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  parts {
    sellerId
    isEdited
    acceptedAt
    share {
      ...MoneyParts
    }
    evidence {
      ...EvidenceParts
    }
    files {
      ...EvidenceFileParts
    }
    sellerOrder {
      id
      number
      total {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:6d06b05e8ad96dbe8d6f4d921d6825b26427ca03a6b6e3a33bd3ec20ebc9497a"}) as unknown as TypedDocumentString<AdminDisputeQuery, AdminDisputeQueryVariables>;
export const AdminDisputeEvidenceSaveDocument = new TypedDocumentString(`
    mutation AdminDisputeEvidenceSave($input: DisputeEvidenceSaveInput!) {
  disputeEvidenceSave(input: $input) {
    dispute {
      ...DisputeFull
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment EvidenceParts on DisputeEvidence {
  isMasked
  productDescription
  buyerName
  shippingAddress
  shippingCarrier
  shippingDate
  trackingNumber
  refundPolicy
  refundRefusal
  statement
}
fragment EvidenceFileParts on DisputeFile {
  id
  field
  filename
  contentType
  byteSize
  pages
  path
  isSent
  isKept
}
fragment DisputeFull on Dispute {
  ...DisputeRow
  files {
    ...EvidenceFileParts
  }
  answeredAt
  answerFailure
  answerEvidence {
    ...EvidenceParts
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  parts {
    sellerId
    isEdited
    acceptedAt
    share {
      ...MoneyParts
    }
    evidence {
      ...EvidenceParts
    }
    files {
      ...EvidenceFileParts
    }
    sellerOrder {
      id
      number
      total {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ca2651246379c74c6781d56ec74dc35ae469384cfa29039ad492c85c1dbcacd9"}) as unknown as TypedDocumentString<AdminDisputeEvidenceSaveMutation, AdminDisputeEvidenceSaveMutationVariables>;
export const AdminDisputeEvidenceSubmitDocument = new TypedDocumentString(`
    mutation AdminDisputeEvidenceSubmit($input: DisputeEvidenceSubmitInput!) {
  disputeEvidenceSubmit(input: $input) {
    dispute {
      ...DisputeFull
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment EvidenceParts on DisputeEvidence {
  isMasked
  productDescription
  buyerName
  shippingAddress
  shippingCarrier
  shippingDate
  trackingNumber
  refundPolicy
  refundRefusal
  statement
}
fragment EvidenceFileParts on DisputeFile {
  id
  field
  filename
  contentType
  byteSize
  pages
  path
  isSent
  isKept
}
fragment DisputeFull on Dispute {
  ...DisputeRow
  files {
    ...EvidenceFileParts
  }
  answeredAt
  answerFailure
  answerEvidence {
    ...EvidenceParts
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  parts {
    sellerId
    isEdited
    acceptedAt
    share {
      ...MoneyParts
    }
    evidence {
      ...EvidenceParts
    }
    files {
      ...EvidenceFileParts
    }
    sellerOrder {
      id
      number
      total {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:19ac36184bae2987eb739be67469163434cba191522590ffb926270f429340e0"}) as unknown as TypedDocumentString<AdminDisputeEvidenceSubmitMutation, AdminDisputeEvidenceSubmitMutationVariables>;
export const AdminDisputeFileUploadDocument = new TypedDocumentString(`
    mutation AdminDisputeFileUpload($input: DisputeFileUploadInput!) {
  disputeFileUpload(input: $input) {
    upload {
      id
      url
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:cc7642aa0bb79c61cc6d67fcd978affe6afc20d20b9f988b4b3972741f9ed00e"}) as unknown as TypedDocumentString<AdminDisputeFileUploadMutation, AdminDisputeFileUploadMutationVariables>;
export const AdminDisputeFileAddDocument = new TypedDocumentString(`
    mutation AdminDisputeFileAdd($input: DisputeFileAddInput!) {
  disputeFileAdd(input: $input) {
    dispute {
      ...DisputeFull
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment EvidenceParts on DisputeEvidence {
  isMasked
  productDescription
  buyerName
  shippingAddress
  shippingCarrier
  shippingDate
  trackingNumber
  refundPolicy
  refundRefusal
  statement
}
fragment EvidenceFileParts on DisputeFile {
  id
  field
  filename
  contentType
  byteSize
  pages
  path
  isSent
  isKept
}
fragment DisputeFull on Dispute {
  ...DisputeRow
  files {
    ...EvidenceFileParts
  }
  answeredAt
  answerFailure
  answerEvidence {
    ...EvidenceParts
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  parts {
    sellerId
    isEdited
    acceptedAt
    share {
      ...MoneyParts
    }
    evidence {
      ...EvidenceParts
    }
    files {
      ...EvidenceFileParts
    }
    sellerOrder {
      id
      number
      total {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:634ac8de8a078f263e3db283d0d1b577e9eea3ad2f14874025d8b2b7befa19d2"}) as unknown as TypedDocumentString<AdminDisputeFileAddMutation, AdminDisputeFileAddMutationVariables>;
export const AdminDisputeFileRemoveDocument = new TypedDocumentString(`
    mutation AdminDisputeFileRemove($input: DisputeFileRemoveInput!) {
  disputeFileRemove(input: $input) {
    dispute {
      ...DisputeFull
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment EvidenceParts on DisputeEvidence {
  isMasked
  productDescription
  buyerName
  shippingAddress
  shippingCarrier
  shippingDate
  trackingNumber
  refundPolicy
  refundRefusal
  statement
}
fragment EvidenceFileParts on DisputeFile {
  id
  field
  filename
  contentType
  byteSize
  pages
  path
  isSent
  isKept
}
fragment DisputeFull on Dispute {
  ...DisputeRow
  files {
    ...EvidenceFileParts
  }
  answeredAt
  answerFailure
  answerEvidence {
    ...EvidenceParts
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  parts {
    sellerId
    isEdited
    acceptedAt
    share {
      ...MoneyParts
    }
    evidence {
      ...EvidenceParts
    }
    files {
      ...EvidenceFileParts
    }
    sellerOrder {
      id
      number
      total {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:79da82631165af69aa27f1ea7536272adedcd40ed96de6b2371c4b9e0d1371b5"}) as unknown as TypedDocumentString<AdminDisputeFileRemoveMutation, AdminDisputeFileRemoveMutationVariables>;
export const AdminDisputeAcceptDocument = new TypedDocumentString(`
    mutation AdminDisputeAccept($input: DisputeAcceptInput!) {
  disputeAccept(input: $input) {
    dispute {
      ...DisputeFull
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment EvidenceParts on DisputeEvidence {
  isMasked
  productDescription
  buyerName
  shippingAddress
  shippingCarrier
  shippingDate
  trackingNumber
  refundPolicy
  refundRefusal
  statement
}
fragment EvidenceFileParts on DisputeFile {
  id
  field
  filename
  contentType
  byteSize
  pages
  path
  isSent
  isKept
}
fragment DisputeFull on Dispute {
  ...DisputeRow
  files {
    ...EvidenceFileParts
  }
  answeredAt
  answerFailure
  answerEvidence {
    ...EvidenceParts
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  parts {
    sellerId
    isEdited
    acceptedAt
    share {
      ...MoneyParts
    }
    evidence {
      ...EvidenceParts
    }
    files {
      ...EvidenceFileParts
    }
    sellerOrder {
      id
      number
      total {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:0f822795e8bd4c6382bde7c141a8403471804f41cf49dc65011204cb72b70f11"}) as unknown as TypedDocumentString<AdminDisputeAcceptMutation, AdminDisputeAcceptMutationVariables>;
export const AdminDisputeSharesSetDocument = new TypedDocumentString(`
    mutation AdminDisputeSharesSet($input: DisputeSharesSetInput!) {
  disputeSharesSet(input: $input) {
    dispute {
      ...DisputeFull
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment EvidenceParts on DisputeEvidence {
  isMasked
  productDescription
  buyerName
  shippingAddress
  shippingCarrier
  shippingDate
  trackingNumber
  refundPolicy
  refundRefusal
  statement
}
fragment EvidenceFileParts on DisputeFile {
  id
  field
  filename
  contentType
  byteSize
  pages
  path
  isSent
  isKept
}
fragment DisputeFull on Dispute {
  ...DisputeRow
  files {
    ...EvidenceFileParts
  }
  answeredAt
  answerFailure
  answerEvidence {
    ...EvidenceParts
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  parts {
    sellerId
    isEdited
    acceptedAt
    share {
      ...MoneyParts
    }
    evidence {
      ...EvidenceParts
    }
    files {
      ...EvidenceFileParts
    }
    sellerOrder {
      id
      number
      total {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b6be5b055b53f97f262be0c511cba1355f1e81ebd05860817ffb9aaa2354d89e"}) as unknown as TypedDocumentString<AdminDisputeSharesSetMutation, AdminDisputeSharesSetMutationVariables>;
export const AdminListExportCreateDocument = new TypedDocumentString(`
    mutation AdminListExportCreate($input: ListExportCreateInput!) {
  listExportCreate(input: $input) {
    export {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:3853ce630114c16b78aec6351267164db50553976704578130e8d2f393526901"}) as unknown as TypedDocumentString<AdminListExportCreateMutation, AdminListExportCreateMutationVariables>;
export const AdminFraudWarningsDocument = new TypedDocumentString(`
    query AdminFraudWarnings($standing: FraudWarningStanding, $first: Int, $after: String, $last: Int, $before: String) {
  fraudWarnings(
    standing: $standing
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...WarningRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment WarningRow on FraudWarning {
  id
  orderId
  orderNumber
  fraudType
  standing
  isActionable
  warnedAt
  note
  setAsideAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:cec018b5fe156d9376b876917ba256443d0575dc217bee789bde15acc26973b2"}) as unknown as TypedDocumentString<AdminFraudWarningsQuery, AdminFraudWarningsQueryVariables>;
export const AdminOrderWarningsDocument = new TypedDocumentString(`
    query AdminOrderWarnings($id: ID!) {
  order(id: $id) {
    id
    fraudWarnings {
      ...WarningRow
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment WarningRow on FraudWarning {
  id
  orderId
  orderNumber
  fraudType
  standing
  isActionable
  warnedAt
  note
  setAsideAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:8fac38af5db48acf04b6cb392b240a6e9193b7d0be3f60df86e749d62d421da5"}) as unknown as TypedDocumentString<AdminOrderWarningsQuery, AdminOrderWarningsQueryVariables>;
export const AdminFraudWarningRefundDocument = new TypedDocumentString(`
    mutation AdminFraudWarningRefund($input: FraudWarningRefundInput!) {
  fraudWarningRefund(input: $input) {
    refund {
      id
    }
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:5d1c19f58394d175982c979f41cb713274dc0ffc56651803d58a0bc1d955102c"}) as unknown as TypedDocumentString<AdminFraudWarningRefundMutation, AdminFraudWarningRefundMutationVariables>;
export const AdminFraudWarningSetAsideDocument = new TypedDocumentString(`
    mutation AdminFraudWarningSetAside($input: FraudWarningSetAsideInput!) {
  fraudWarningSetAside(input: $input) {
    warning {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:3e3be7efdca5c075fcc8b5ecda0bcd4e2f564f1002e1a4a8cdd74421663bcdff"}) as unknown as TypedDocumentString<AdminFraudWarningSetAsideMutation, AdminFraudWarningSetAsideMutationVariables>;
export const AdminOperatorsDocument = new TypedDocumentString(`
    query AdminOperators($filter: OperatorFilter, $first: Int, $after: String, $last: Int, $before: String) {
  operators(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...OperatorRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment OperatorRow on Operator {
  account {
    ...PersonParts
  }
  role
}`, {"hash":"sha256:7cde14508a8df2f42c4405ddf2def859e7e705bd92ee7b70f0559bcfc0d684aa"}) as unknown as TypedDocumentString<AdminOperatorsQuery, AdminOperatorsQueryVariables>;
export const AdminStaleOperatorsDocument = new TypedDocumentString(`
    query AdminStaleOperators($first: Int, $after: String, $last: Int, $before: String) {
  staleOperators(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      ...StaleOperatorRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment StaleOperatorRow on StaleOperator {
  accountId
  email
  name
  role
  idleSince
  disabledAt
}`, {"hash":"sha256:2e9b789f25ba5d4096be650969f8bdad5709c3d22acf10bdbbe03d0bea3b06bd"}) as unknown as TypedDocumentString<AdminStaleOperatorsQuery, AdminStaleOperatorsQueryVariables>;
export const AdminOperatorRoleSetDocument = new TypedDocumentString(`
    mutation AdminOperatorRoleSet($input: OperatorRoleSetInput!) {
  operatorRoleSet(input: $input) {
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:312bd7516a12bf4afb9a0fef9e3cb2843aa49a330364e363afc12d43605eec11"}) as unknown as TypedDocumentString<AdminOperatorRoleSetMutation, AdminOperatorRoleSetMutationVariables>;
export const AdminOperatorRemoveDocument = new TypedDocumentString(`
    mutation AdminOperatorRemove($input: OperatorRemoveInput!) {
  operatorRemove(input: $input) {
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e03971e3ecc75fe7843a47ce6862895f8142bd5bc39bf309fc0b39fae336ccdc"}) as unknown as TypedDocumentString<AdminOperatorRemoveMutation, AdminOperatorRemoveMutationVariables>;
export const AdminProposalsDocument = new TypedDocumentString(`
    query AdminProposals($filter: ProposalFilter, $first: Int, $after: String, $last: Int, $before: String) {
  proposals(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...ProposalRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment ProposalRow on Proposal {
  id
  kind
  subject
  payload
  payloadHash
  reason
  status
  proposer {
    ...PersonParts
  }
  proposerRole
  createdAt
  expiresAt
  decidedAt
  decidedBy {
    ...PersonParts
  }
  note
  isDecidable
}`, {"hash":"sha256:241cde518bf7a0ad576c42ba37d4df9afb6dc4293cd1f869eaa5c13e628fc875"}) as unknown as TypedDocumentString<AdminProposalsQuery, AdminProposalsQueryVariables>;
export const AdminProposalApproveDocument = new TypedDocumentString(`
    mutation AdminProposalApprove($input: ProposalApproveInput!) {
  proposalApprove(input: $input) {
    proposal {
      ...ProposalRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment ProposalRow on Proposal {
  id
  kind
  subject
  payload
  payloadHash
  reason
  status
  proposer {
    ...PersonParts
  }
  proposerRole
  createdAt
  expiresAt
  decidedAt
  decidedBy {
    ...PersonParts
  }
  note
  isDecidable
}`, {"hash":"sha256:f866c4564fb2574afa051a9c6a1e6efff83f52b13961530c1c593bb1ce67669a"}) as unknown as TypedDocumentString<AdminProposalApproveMutation, AdminProposalApproveMutationVariables>;
export const AdminProposalRejectDocument = new TypedDocumentString(`
    mutation AdminProposalReject($input: ProposalRejectInput!) {
  proposalReject(input: $input) {
    proposal {
      ...ProposalRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment ProposalRow on Proposal {
  id
  kind
  subject
  payload
  payloadHash
  reason
  status
  proposer {
    ...PersonParts
  }
  proposerRole
  createdAt
  expiresAt
  decidedAt
  decidedBy {
    ...PersonParts
  }
  note
  isDecidable
}`, {"hash":"sha256:b87c02fd906ccc0789f0530579106b6f9935a92d158d774c72a6e52f8fb67e68"}) as unknown as TypedDocumentString<AdminProposalRejectMutation, AdminProposalRejectMutationVariables>;
export const AdminProposalWithdrawDocument = new TypedDocumentString(`
    mutation AdminProposalWithdraw($input: ProposalWithdrawInput!) {
  proposalWithdraw(input: $input) {
    proposal {
      ...ProposalRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment ProposalRow on Proposal {
  id
  kind
  subject
  payload
  payloadHash
  reason
  status
  proposer {
    ...PersonParts
  }
  proposerRole
  createdAt
  expiresAt
  decidedAt
  decidedBy {
    ...PersonParts
  }
  note
  isDecidable
}`, {"hash":"sha256:37050794ac241b2fe7284e376f015980409e3c66bf646217a0979babae80afed"}) as unknown as TypedDocumentString<AdminProposalWithdrawMutation, AdminProposalWithdrawMutationVariables>;
export const AdminApiKeysDocument = new TypedDocumentString(`
    query AdminApiKeys($filter: ApiKeyFilter, $first: Int, $after: String, $last: Int, $before: String) {
  apiKeys(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...ApiKeyRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment ApiKeyRow on ApiKey {
  id
  name
  mode
  scopes
  addresses
  status
  createdAt
  expiresAt
  lastUsedAt
  lastUsedPlace
  madeBy {
    ...PersonParts
  }
  secrets {
    id
    lastFour
    endsAt
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
}`, {"hash":"sha256:663633adbc75d98054dc9853ee79c1640bcb36c310b2dec720b9ba3a7e04b52b"}) as unknown as TypedDocumentString<AdminApiKeysQuery, AdminApiKeysQueryVariables>;
export const AdminApiKeyCreateDocument = new TypedDocumentString(`
    mutation AdminApiKeyCreate($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    token
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e2eb4f22c8a6b2c59d73aa8affd01a48a67daff0a40560e007377381a6dbc7f5"}) as unknown as TypedDocumentString<AdminApiKeyCreateMutation, AdminApiKeyCreateMutationVariables>;
export const AdminApiKeyRotateDocument = new TypedDocumentString(`
    mutation AdminApiKeyRotate($input: ApiKeyRotateInput!) {
  apiKeyRotate(input: $input) {
    token
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:8e13a443eaa5a478aacc4b18230446ea5582f79eef39201c6d6aa61bb3386f46"}) as unknown as TypedDocumentString<AdminApiKeyRotateMutation, AdminApiKeyRotateMutationVariables>;
export const AdminApiKeyRevokeDocument = new TypedDocumentString(`
    mutation AdminApiKeyRevoke($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:6a446034e56fec8a9890dd5d5c1897dda828c3a10591eefd039a71906099139c"}) as unknown as TypedDocumentString<AdminApiKeyRevokeMutation, AdminApiKeyRevokeMutationVariables>;
export const AdminAuditEntriesDocument = new TypedDocumentString(`
    query AdminAuditEntries($filter: AuditEntryFilter, $first: Int, $after: String, $last: Int, $before: String) {
  auditEntries(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...AuditRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment AuditRow on AuditEntry {
  id
  number
  kind
  subject
  seller {
    id
    name
  }
  actor {
    ...PersonParts
  }
  actorRole
  apiKeyId
  requestId
  address
  before
  after
  proposedBy {
    ...PersonParts
  }
  at
  hash
}`, {"hash":"sha256:d6604beecdfa485ca2027c5bd59740999cf9e4497fbd16137fe1329538ae9e84"}) as unknown as TypedDocumentString<AdminAuditEntriesQuery, AdminAuditEntriesQueryVariables>;
export const AdminAuditExportCreateDocument = new TypedDocumentString(`
    mutation AdminAuditExportCreate($input: AuditExportCreateInput!) {
  auditExportCreate(input: $input) {
    export {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:6efba1d3001c049b9773235edefc8104efa5a270e28984439f4071a4cf7c4ef2"}) as unknown as TypedDocumentString<AdminAuditExportCreateMutation, AdminAuditExportCreateMutationVariables>;
export const AdminOperatorInvitationsDocument = new TypedDocumentString(`
    query AdminOperatorInvitations($filter: OperatorInvitationFilter, $first: Int, $after: String, $last: Int, $before: String) {
  operatorInvitations(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...OperatorInvitationRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment OperatorInvitationRow on OperatorInvitation {
  id
  email
  role
  state
  createdAt
  approvedAt
  expiresAt
  invitedBy {
    id
    name
    email
  }
}`, {"hash":"sha256:d9dd399d1de8f879b5eadf4573bd2da09490750597b1109178b9af8df3c34bd4"}) as unknown as TypedDocumentString<AdminOperatorInvitationsQuery, AdminOperatorInvitationsQueryVariables>;
export const AdminOperatorInviteDocument = new TypedDocumentString(`
    mutation AdminOperatorInvite($input: OperatorInviteInput!) {
  operatorInvite(input: $input) {
    proposal {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:0905c2c5dcc2d673a516f626bf0208999c5695e50c570822a760e79cf97d87f1"}) as unknown as TypedDocumentString<AdminOperatorInviteMutation, AdminOperatorInviteMutationVariables>;
export const AdminOperatorInvitationResendDocument = new TypedDocumentString(`
    mutation AdminOperatorInvitationResend($input: OperatorInvitationResendInput!) {
  operatorInvitationResend(input: $input) {
    invitation {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:a107e55b66b3abf4bafb5b75e0fa77e517bb7b9bea84e2e5c895023b40670351"}) as unknown as TypedDocumentString<AdminOperatorInvitationResendMutation, AdminOperatorInvitationResendMutationVariables>;
export const AdminOperatorInvitationRevokeDocument = new TypedDocumentString(`
    mutation AdminOperatorInvitationRevoke($input: OperatorInvitationRevokeInput!) {
  operatorInvitationRevoke(input: $input) {
    invitation {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:9dff39deb0e1c0765796f4ed4f34eb984648ee9bc427e0489caf8d7d15351500"}) as unknown as TypedDocumentString<AdminOperatorInvitationRevokeMutation, AdminOperatorInvitationRevokeMutationVariables>;
export const AdminSalesTrendDocument = new TypedDocumentString(`
    query AdminSalesTrend($days: Int!) {
  salesTrend(days: $days) {
    ...TrendParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment TrendSum on SalesTrendSum {
  orders
  takeRateBasisPoints
  refundBasisPoints
  gross {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  refunds {
    ...MoneyParts
  }
  kept {
    ...MoneyParts
  }
}
fragment TrendParts on SalesTrend {
  currency
  current {
    ...TrendSum
  }
  previous {
    ...TrendSum
  }
  change {
    orders
    gross
    net
    refunds
    kept
  }
  days {
    date
    gross {
      ...MoneyParts
    }
    previousDate
    previous {
      gross {
        ...MoneyParts
      }
    }
  }
}`, {"hash":"sha256:512ca3fd724c430594592682adcaf68b7a4483e5a2b4bb839140891a1a5851ad"}) as unknown as TypedDocumentString<AdminSalesTrendQuery, AdminSalesTrendQueryVariables>;
export const AdminTopProductsDocument = new TypedDocumentString(`
    query AdminTopProducts($days: Int!) {
  topProducts(days: $days) {
    ...ProductSalesParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment ProductSalesParts on ProductSales {
  productId
  product {
    id
    title
  }
  title
  units
  gross {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  changeBasisPoints
}`, {"hash":"sha256:133b7b2a295c7cfc67265ed8825abd02ebb1c709bed42a7b39e5f30a3b1e0fad"}) as unknown as TypedDocumentString<AdminTopProductsQuery, AdminTopProductsQueryVariables>;
export const AdminPlatformDisputeRateDocument = new TypedDocumentString(`
    query AdminPlatformDisputeRate {
  platformDisputeRate {
    ...DisputeRateParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment DisputeRateParts on DisputeRate {
  disputes
  charges
  basisPoints
  isTooHigh
  warnAt
  amounts {
    disputed {
      ...MoneyParts
    }
    paid {
      ...MoneyParts
    }
    basisPoints
  }
  measuredFrom
  networks {
    name
    basisPoints
    disputesMin
  }
}`, {"hash":"sha256:e54201791e6516030c94add2e6d64941b83a28bac3cef8d0628a8112c9c2dd5c"}) as unknown as TypedDocumentString<AdminPlatformDisputeRateQuery, AdminPlatformDisputeRateQueryVariables>;
export const AdminOwnTrendDocument = new TypedDocumentString(`
    query AdminOwnTrend($days: Int!) {
  sellerSalesTrend(days: $days) {
    ...TrendParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment TrendSum on SalesTrendSum {
  orders
  takeRateBasisPoints
  refundBasisPoints
  gross {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  refunds {
    ...MoneyParts
  }
  kept {
    ...MoneyParts
  }
}
fragment TrendParts on SalesTrend {
  currency
  current {
    ...TrendSum
  }
  previous {
    ...TrendSum
  }
  change {
    orders
    gross
    net
    refunds
    kept
  }
  days {
    date
    gross {
      ...MoneyParts
    }
    previousDate
    previous {
      gross {
        ...MoneyParts
      }
    }
  }
}`, {"hash":"sha256:ca14d1ee730fb8fc06845660c3c5e4a800fbef4ab7bf314c4567e3a61cda36e1"}) as unknown as TypedDocumentString<AdminOwnTrendQuery, AdminOwnTrendQueryVariables>;
export const AdminOwnTopProductsDocument = new TypedDocumentString(`
    query AdminOwnTopProducts($days: Int!) {
  sellerTopProducts(days: $days) {
    ...ProductSalesParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment ProductSalesParts on ProductSales {
  productId
  product {
    id
    title
  }
  title
  units
  gross {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  changeBasisPoints
}`, {"hash":"sha256:5c2093dc100fa3d671201d025ec81c077a0dfeba4dd14ba02984e0ec7a3824ab"}) as unknown as TypedDocumentString<AdminOwnTopProductsQuery, AdminOwnTopProductsQueryVariables>;
export const AdminOwnDisputeRateDocument = new TypedDocumentString(`
    query AdminOwnDisputeRate {
  sellerDisputeRate {
    ...DisputeRateParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment DisputeRateParts on DisputeRate {
  disputes
  charges
  basisPoints
  isTooHigh
  warnAt
  amounts {
    disputed {
      ...MoneyParts
    }
    paid {
      ...MoneyParts
    }
    basisPoints
  }
  measuredFrom
  networks {
    name
    basisPoints
    disputesMin
  }
}`, {"hash":"sha256:9f928b406161ebbcb34d8ff72e6c4d5f0509764cc8be4ad9ed63840da76a8bfb"}) as unknown as TypedDocumentString<AdminOwnDisputeRateQuery, AdminOwnDisputeRateQueryVariables>;
export const AdminImportsDocument = new TypedDocumentString(`
    query AdminImports($first: Int, $after: String, $last: Int, $before: String) {
  productImports(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      ...ImportParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment ImportParts on ProductImport {
  id
  filename
  currencyCode
  isDryRun
  status
  rows
  rowsFailed
  productsCreated
  productsUpdated
  productsUnchanged
  productsFailed
  offersCreated
  offersUpdated
  problemCount
  createdAt
  finishedAt
}`, {"hash":"sha256:1dd4e0988cef1201cb7fd42552db6c3bcb9363144f75c5c4469f712909c016aa"}) as unknown as TypedDocumentString<AdminImportsQuery, AdminImportsQueryVariables>;
export const AdminImportDocument = new TypedDocumentString(`
    query AdminImport($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  productImport(id: $id) {
    ...ImportParts
    problems(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        line
        column
        handle
        code
        message
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment ImportParts on ProductImport {
  id
  filename
  currencyCode
  isDryRun
  status
  rows
  rowsFailed
  productsCreated
  productsUpdated
  productsUnchanged
  productsFailed
  offersCreated
  offersUpdated
  problemCount
  createdAt
  finishedAt
}`, {"hash":"sha256:ce413d398d0ae29047a589aeb886ce4e97ee8520258879391f2fe0f7c194a05b"}) as unknown as TypedDocumentString<AdminImportQuery, AdminImportQueryVariables>;
export const AdminUploadCreateDocument = new TypedDocumentString(`
    mutation AdminUploadCreate($input: UploadCreateInput!) {
  uploadCreate(input: $input) {
    upload {
      id
      url
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:d875ce3e3c10edb85fe24370e25d2f2a359926379605d20076a5af7182281142"}) as unknown as TypedDocumentString<AdminUploadCreateMutation, AdminUploadCreateMutationVariables>;
export const AdminProductImportDocument = new TypedDocumentString(`
    mutation AdminProductImport($input: ProductImportInput!) {
  productImport(input: $input) {
    productImport {
      ...ImportParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment ImportParts on ProductImport {
  id
  filename
  currencyCode
  isDryRun
  status
  rows
  rowsFailed
  productsCreated
  productsUpdated
  productsUnchanged
  productsFailed
  offersCreated
  offersUpdated
  problemCount
  createdAt
  finishedAt
}`, {"hash":"sha256:65e22b48583ef0705a59aa6430fa471968d02f9b047ea0aad0a7ddf243f8ef4a"}) as unknown as TypedDocumentString<AdminProductImportMutation, AdminProductImportMutationVariables>;
export const LedgerTrialBalanceDocument = new TypedDocumentString(`
    query LedgerTrialBalance {
  ledgerTrialBalance {
    account
    amount {
      amount
      amountMinor
      currencyCode
    }
  }
}
    `, {"hash":"sha256:fac6a006e9bba40c2dcfb15ba3f209cdf570bff4261224468b02b29327471502"}) as unknown as TypedDocumentString<LedgerTrialBalanceQuery, LedgerTrialBalanceQueryVariables>;
export const LedgerEntriesDocument = new TypedDocumentString(`
    query LedgerEntries($filter: LedgerEntryFilter, $first: Int, $after: String, $last: Int, $before: String) {
  ledgerEntries(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...LedgerEntryParts
      seller {
        id
        name
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment LedgerEntryParts on LedgerEntry {
  id
  account
  postedAt
  amount {
    ...MoneyParts
  }
  journal {
    id
    kind
    source
    providerTransaction
  }
}`, {"hash":"sha256:c4397898da040eb4666bb9fe9d96b6e902337853802f504931cf77b7f47fb1b8"}) as unknown as TypedDocumentString<LedgerEntriesQuery, LedgerEntriesQueryVariables>;
export const SellerLedgerEntriesDocument = new TypedDocumentString(`
    query SellerLedgerEntries($sellerId: ID, $filter: LedgerEntryFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sellerLedgerEntries(
    sellerId: $sellerId
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...LedgerEntryParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment LedgerEntryParts on LedgerEntry {
  id
  account
  postedAt
  amount {
    ...MoneyParts
  }
  journal {
    id
    kind
    source
    providerTransaction
  }
}`, {"hash":"sha256:d44e8707162ed64b14df9a0392ee829894e3a8a65852b88ff2b2324b0dab5b5d"}) as unknown as TypedDocumentString<SellerLedgerEntriesQuery, SellerLedgerEntriesQueryVariables>;
export const AdminLedgerExportCreateDocument = new TypedDocumentString(`
    mutation AdminLedgerExportCreate($input: LedgerExportCreateInput!) {
  ledgerExportCreate(input: $input) {
    export {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:421a382d2e64119c54f5609a47eb82b4f8d94bba788e3948747e72aaaad35885"}) as unknown as TypedDocumentString<AdminLedgerExportCreateMutation, AdminLedgerExportCreateMutationVariables>;
export const LiveSellerOrdersDocument = new TypedDocumentString(`
    subscription LiveSellerOrders($after: String) {
  sellerOrderUpdated(after: $after) {
    eventId
    event
  }
}
    `, {"hash":"sha256:8cf2e3b08488eef0023749178fdc7ae4a7672c8669d5d2007f3ee73309f7728c"}) as unknown as TypedDocumentString<LiveSellerOrdersSubscription, LiveSellerOrdersSubscriptionVariables>;
export const LiveSellerOrdersPlacedDocument = new TypedDocumentString(`
    subscription LiveSellerOrdersPlaced($after: String) {
  sellerOrderCreated(after: $after) {
    eventId
    event
  }
}
    `, {"hash":"sha256:9346f44a3deaa7cba502421a6714fe92aed565f2753e80bb125833562dddf648"}) as unknown as TypedDocumentString<LiveSellerOrdersPlacedSubscription, LiveSellerOrdersPlacedSubscriptionVariables>;
export const LiveSellerOrderDocument = new TypedDocumentString(`
    subscription LiveSellerOrder($id: ID!, $after: String) {
  sellerOrderUpdated(id: $id, after: $after) {
    eventId
    event
  }
}
    `, {"hash":"sha256:e15ef21ee6e33bafc9ce4991d7caf3f9600d1c85b6030013776095503ddecd47"}) as unknown as TypedDocumentString<LiveSellerOrderSubscription, LiveSellerOrderSubscriptionVariables>;
export const LiveOrderDocument = new TypedDocumentString(`
    subscription LiveOrder($id: ID!, $after: String) {
  orderUpdated(id: $id, after: $after) {
    eventId
    event
  }
}
    `, {"hash":"sha256:3164038959c528fc4ee33cc2f6a908cacbe7b747dcae7affda87fee31ce89e46"}) as unknown as TypedDocumentString<LiveOrderSubscription, LiveOrderSubscriptionVariables>;
export const PayoutAccountDocument = new TypedDocumentString(`
    query PayoutAccount($sellerId: ID) {
  payoutAccount(sellerId: $sellerId) {
    id
    status
    refusal
    isDetailsSubmitted
    canReceive
    canPayOut
    currentlyDue
    dueBy
    requirementErrors {
      requirement
      code
    }
    eventuallyDue
    futureDue
    futureDueBy
    bankStatus
    disabledReason
    bankLast4
    payoutBlock
    nextPayoutAt
    embeddingKey
  }
}
    `, {"hash":"sha256:40f867fe1d9f70cf5321abf379c805be574024cc46f98cd7b1a84866ee91299e"}) as unknown as TypedDocumentString<PayoutAccountQuery, PayoutAccountQueryVariables>;
export const SellerBalancesDocument = new TypedDocumentString(`
    query SellerBalances($sellerId: ID) {
  sellerBalances(sellerId: $sellerId) {
    currencyCode
    held {
      ...MoneyParts
    }
    releasable {
      ...MoneyParts
    }
    pending {
      ...MoneyParts
    }
    available {
      ...MoneyParts
    }
    inTransit {
      ...MoneyParts
    }
    paidOut {
      ...MoneyParts
    }
    disputed {
      ...MoneyParts
    }
    reserve {
      ...MoneyParts
    }
    debt {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:8ae40277fcdf4332e6653ea2ff59e0372c6d1bb294af98c97e564332f5becd66"}) as unknown as TypedDocumentString<SellerBalancesQuery, SellerBalancesQueryVariables>;
export const ReleasesDocument = new TypedDocumentString(`
    query Releases($sellerId: ID, $status: ReleaseStatus, $first: Int, $after: String, $last: Int, $before: String) {
  releases(
    sellerId: $sellerId
    status: $status
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      status
      releaseAt
      blockedBecause
      nextAttemptAt
      releasedAt
      transferredAt
      createdAt
      amount {
        ...MoneyParts
      }
      taken {
        ...MoneyParts
      }
      sellerOrder {
        id
        number
        seller {
          id
          name
        }
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:72064ea46f0172d785b236c1e4542b9440fc8500260c4972ebaa78ada7e4db35"}) as unknown as TypedDocumentString<ReleasesQuery, ReleasesQueryVariables>;
export const TransfersDocument = new TypedDocumentString(`
    query Transfers($sellerId: ID, $status: TransferStatus, $first: Int, $after: String, $last: Int, $before: String) {
  transfers(
    sellerId: $sellerId
    status: $status
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      status
      providerId
      createdAt
      settledAt
      amount {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:c833494dd0ce469d9c8c7f33a465de8c05089bc17dd08a93b0c9782899774754"}) as unknown as TypedDocumentString<TransfersQuery, TransfersQueryVariables>;
export const PayoutsDocument = new TypedDocumentString(`
    query Payouts($sellerId: ID, $status: PayoutStatus, $first: Int, $after: String, $last: Int, $before: String) {
  payouts(
    sellerId: $sellerId
    status: $status
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      status
      providerId
      failureCode
      expectedAt
      createdAt
      settledAt
      amount {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:d0f03adb5c0fec0216b8172a72fdad231a3e27e54a7ff9165c30848f423bc0a3"}) as unknown as TypedDocumentString<PayoutsQuery, PayoutsQueryVariables>;
export const PayoutAccountSessionCreateDocument = new TypedDocumentString(`
    mutation PayoutAccountSessionCreate($input: PayoutAccountSessionCreateInput!) {
  payoutAccountSessionCreate(input: $input) {
    clientSecret
    expiresAt
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b6e6fbf7a0ddd94aea02f1db79567b1eb65b3dcdfc16679456bac93555740084"}) as unknown as TypedDocumentString<PayoutAccountSessionCreateMutation, PayoutAccountSessionCreateMutationVariables>;
export const SellerOnboardingLinkCreateDocument = new TypedDocumentString(`
    mutation SellerOnboardingLinkCreate($input: SellerOnboardingLinkCreateInput!) {
  sellerOnboardingLinkCreate(input: $input) {
    url
    expiresAt
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:89fb7edae7f8e37fdcb88465c8d9559f9e138d22aca23b3be4dd7155c2cb00f8"}) as unknown as TypedDocumentString<SellerOnboardingLinkCreateMutation, SellerOnboardingLinkCreateMutationVariables>;
export const AdminNotesDocument = new TypedDocumentString(`
    query AdminNotes($subject: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  notes(
    subject: $subject
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...NoteParts
    }
    totalCount
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment NoteParts on Note {
  id
  text
  isOwn
  version
  createdAt
  editedAt
  author {
    id
    name
    email
  }
}`, {"hash":"sha256:0dc176c6361d47ad8b6196fb4e5b430407ce2dfc845f933eb3d4b95b74fe4011"}) as unknown as TypedDocumentString<AdminNotesQuery, AdminNotesQueryVariables>;
export const AdminNoteAddDocument = new TypedDocumentString(`
    mutation AdminNoteAdd($input: NoteAddInput!) {
  noteAdd(input: $input) {
    note {
      ...NoteParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment NoteParts on Note {
  id
  text
  isOwn
  version
  createdAt
  editedAt
  author {
    id
    name
    email
  }
}`, {"hash":"sha256:07bb5686c1352163f613875724e8f520d27440942719383252bf8eb439368ac8"}) as unknown as TypedDocumentString<AdminNoteAddMutation, AdminNoteAddMutationVariables>;
export const AdminNoteEditDocument = new TypedDocumentString(`
    mutation AdminNoteEdit($input: NoteEditInput!) {
  noteEdit(input: $input) {
    note {
      ...NoteParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment NoteParts on Note {
  id
  text
  isOwn
  version
  createdAt
  editedAt
  author {
    id
    name
    email
  }
}`, {"hash":"sha256:6e478cb482967934f7624757151446abbc0e7a062767065e8cdb975e533953d3"}) as unknown as TypedDocumentString<AdminNoteEditMutation, AdminNoteEditMutationVariables>;
export const AdminNoteDeleteDocument = new TypedDocumentString(`
    mutation AdminNoteDelete($input: NoteDeleteInput!) {
  noteDelete(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:9b85bd525f0b57441f21cef588830a3b474b6f01856f6c8388cebfe52b3bf0ac"}) as unknown as TypedDocumentString<AdminNoteDeleteMutation, AdminNoteDeleteMutationVariables>;
export const AdminNotificationUnreadDocument = new TypedDocumentString(`
    query AdminNotificationUnread {
  notificationUnreadCount
}
    `, {"hash":"sha256:67a7c1fcef035ad0bc7e5790cc4166ce4d8c54ca5d532cc1e18d3eb5b6600cb4"}) as unknown as TypedDocumentString<AdminNotificationUnreadQuery, AdminNotificationUnreadQueryVariables>;
export const AdminNotificationsDocument = new TypedDocumentString(`
    query AdminNotifications {
  notifications(first: 20) {
    nodes {
      id
      kind
      title
      subjectId
      createdAt
      isRead
    }
  }
}
    `, {"hash":"sha256:2e26d48c201fee6b3930a3c4f37a80cd9e3f4d2f469f1cc419db913b69b51ddb"}) as unknown as TypedDocumentString<AdminNotificationsQuery, AdminNotificationsQueryVariables>;
export const AdminNotificationsPageDocument = new TypedDocumentString(`
    query AdminNotificationsPage($filter: NotificationFilter, $first: Int, $after: String, $last: Int, $before: String) {
  notifications(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      kind
      title
      subjectId
      createdAt
      isRead
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:9a524fb54b4ce89abc4c855fff3fb41f9dd34b7dfd308539253cf5872526c48c"}) as unknown as TypedDocumentString<AdminNotificationsPageQuery, AdminNotificationsPageQueryVariables>;
export const AdminNotificationMarkReadDocument = new TypedDocumentString(`
    mutation AdminNotificationMarkRead($input: NotificationMarkReadInput!) {
  notificationMarkRead(input: $input) {
    unreadCount
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:4fa98eeebd30d96befe545322dcd79985e5e57b5b994d495744db0a0f934efd5"}) as unknown as TypedDocumentString<AdminNotificationMarkReadMutation, AdminNotificationMarkReadMutationVariables>;
export const AdminNotificationMarkAllReadDocument = new TypedDocumentString(`
    mutation AdminNotificationMarkAllRead {
  notificationMarkAllRead {
    unreadCount
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:d35d85e60ba9490960eed648e9f03a27c60782037382621a51e8651394891bde"}) as unknown as TypedDocumentString<AdminNotificationMarkAllReadMutation, AdminNotificationMarkAllReadMutationVariables>;
export const LiveNotificationsDocument = new TypedDocumentString(`
    subscription LiveNotifications($after: String) {
  notificationReceived(after: $after) {
    eventId
    event
  }
}
    `, {"hash":"sha256:3f91a790707ab50ebcd808fb25b1cefb14b80224dfd53f3e69589b523309021d"}) as unknown as TypedDocumentString<LiveNotificationsSubscription, LiveNotificationsSubscriptionVariables>;
export const AdminNotificationPreferencesDocument = new TypedDocumentString(`
    query AdminNotificationPreferences {
  notificationPreferences {
    kind
    inApp
    byMail
    canMailBeOff
  }
}
    `, {"hash":"sha256:bbc8d67b882ae0a81d6d46cbca6b0a954c6ba2fb93fdde7dd3c7a902d16c7d4b"}) as unknown as TypedDocumentString<AdminNotificationPreferencesQuery, AdminNotificationPreferencesQueryVariables>;
export const AdminNotificationPreferenceSetDocument = new TypedDocumentString(`
    mutation AdminNotificationPreferenceSet($input: NotificationPreferenceSetInput!) {
  notificationPreferenceSet(input: $input) {
    preference {
      kind
      inApp
      byMail
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:02bfdd67dd87f12aa1bd60042a3db98e03931a3f19bc0f90fbc492c6b41eac58"}) as unknown as TypedDocumentString<AdminNotificationPreferenceSetMutation, AdminNotificationPreferenceSetMutationVariables>;
export const OperatorOrdersDocument = new TypedDocumentString(`
    query OperatorOrders($filter: OrderFilter, $first: Int, $after: String, $last: Int, $before: String) {
  orders(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      number
      status
      email
      placedAt
      total {
        ...MoneyParts
      }
      margin {
        ...MoneyParts
      }
      sellerOrders {
        id
        status
        seller {
          id
          name
        }
      }
      disputes {
        id
        status
      }
    }
    totalCount
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:80ae7c25aae26b0aadc6c472728d7930dd8eda1a1de9303e0af32a3296b36d48"}) as unknown as TypedDocumentString<OperatorOrdersQuery, OperatorOrdersQueryVariables>;
export const OperatorOrderDocument = new TypedDocumentString(`
    query OperatorOrder($id: ID!) {
  order(id: $id) {
    id
    number
    status
    email
    isMasked
    revealedUntil
    placedAt
    expiresAt
    paidAt
    cancelledAt
    cancelReason
    total {
      ...MoneyParts
    }
    subtotal {
      ...MoneyParts
    }
    discount {
      ...MoneyParts
    }
    shipping {
      ...MoneyParts
    }
    tax {
      ...MoneyParts
    }
    serviceFee {
      ...MoneyParts
    }
    margin {
      ...MoneyParts
    }
    disputes {
      ...DisputeRow
    }
    shippingAddress {
      ...AddressParts
    }
    payment {
      id
      status
      lastDecline
      processingSince
      processingUntil
      capturedAt
      cancelledAt
      amount {
        ...MoneyParts
      }
    }
    sellerOrders {
      ...SellerOrderParts
      seller {
        id
        name
      }
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment AddressParts on Address {
  name
  line1
  line2
  postalCode
  city
  region
  country
  phone
  isMasked
}
fragment OrderLineParts on OrderLine {
  id
  title
  variantTitle
  sku
  quantity
  unitPrice {
    ...MoneyParts
  }
  total {
    ...MoneyParts
  }
  commission {
    ...MoneyParts
  }
}
fragment SellerOrderParts on SellerOrder {
  id
  number
  status
  total {
    ...MoneyParts
  }
  subtotal {
    ...MoneyParts
  }
  discount {
    ...MoneyParts
  }
  shipping {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  platformTax {
    ...MoneyParts
  }
  commission {
    ...MoneyParts
  }
  commissionVat {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  placedAt
  paidAt
  shippedAt
  cancelledAt
  lines {
    ...OrderLineParts
  }
  shipments {
    ...ShipmentParts
  }
}
fragment ShipmentParts on Shipment {
  id
  carrier
  trackingNumber
  trackingUrl
  createdAt
  undoUntil
  lines {
    quantity
    line {
      id
      title
      variantTitle
      sku
    }
  }
}`, {"hash":"sha256:1b30abb8987056fc6030e74a83e551bdd3523b52c441b1f716286d4eee15cc57"}) as unknown as TypedDocumentString<OperatorOrderQuery, OperatorOrderQueryVariables>;
export const OperatorOrderCancelDocument = new TypedDocumentString(`
    mutation OperatorOrderCancel($input: OrderCancelInput!) {
  orderCancel(input: $input) {
    order {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:48cead8d286c0779153dd68829cf475f8885da93d6c82881a94a22792a2dedc1"}) as unknown as TypedDocumentString<OperatorOrderCancelMutation, OperatorOrderCancelMutationVariables>;
export const SellerOrdersDocument = new TypedDocumentString(`
    query SellerOrders($filter: SellerOrderFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sellerOrders(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      number
      status
      placedAt
      total {
        ...MoneyParts
      }
      net {
        ...MoneyParts
      }
      shippingAddress {
        name
        city
        country
      }
      lines {
        id
        quantity
      }
    }
    totalCount
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:f5848e4aa9f92d783be6fd8592bb009232ddabfb66e9466022bc0a8bbb53ddbf"}) as unknown as TypedDocumentString<SellerOrdersQuery, SellerOrdersQueryVariables>;
export const SellerOrdersDisputedDocument = new TypedDocumentString(`
    query SellerOrdersDisputed($filter: SellerOrderFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sellerOrders(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      disputes {
        id
        status
      }
    }
  }
}
    `, {"hash":"sha256:f602e70282f5e0fb279851796c9796049c438c8f72241f038f39520a7f3824e9"}) as unknown as TypedDocumentString<SellerOrdersDisputedQuery, SellerOrdersDisputedQueryVariables>;
export const SellerOrderDocument = new TypedDocumentString(`
    query SellerOrder($id: ID!) {
  sellerOrder(id: $id) {
    ...SellerOrderParts
    paymentProcessingSince
    paymentProcessingUntil
    toShip {
      quantity
      line {
        id
        title
        variantTitle
        sku
      }
    }
    disputes {
      ...DisputeRow
    }
    shippingAddress {
      ...AddressParts
    }
  }
}
    fragment DisputeRow on Dispute {
  id
  orderId
  reason
  status
  dueBy
  secondsLeft
  answer
  answerStatus
  isAssigned
  createdAt
  closedAt
  amount {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment AddressParts on Address {
  name
  line1
  line2
  postalCode
  city
  region
  country
  phone
  isMasked
}
fragment OrderLineParts on OrderLine {
  id
  title
  variantTitle
  sku
  quantity
  unitPrice {
    ...MoneyParts
  }
  total {
    ...MoneyParts
  }
  commission {
    ...MoneyParts
  }
}
fragment SellerOrderParts on SellerOrder {
  id
  number
  status
  total {
    ...MoneyParts
  }
  subtotal {
    ...MoneyParts
  }
  discount {
    ...MoneyParts
  }
  shipping {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  platformTax {
    ...MoneyParts
  }
  commission {
    ...MoneyParts
  }
  commissionVat {
    ...MoneyParts
  }
  net {
    ...MoneyParts
  }
  placedAt
  paidAt
  shippedAt
  cancelledAt
  lines {
    ...OrderLineParts
  }
  shipments {
    ...ShipmentParts
  }
}
fragment ShipmentParts on Shipment {
  id
  carrier
  trackingNumber
  trackingUrl
  createdAt
  undoUntil
  lines {
    quantity
    line {
      id
      title
      variantTitle
      sku
    }
  }
}`, {"hash":"sha256:7c68e3a922973898d79c29c0f0afd006912ba806a61f66da2f47d6ba89954cc4"}) as unknown as TypedDocumentString<SellerOrderQuery, SellerOrderQueryVariables>;
export const SellerOrderShipDocument = new TypedDocumentString(`
    mutation SellerOrderShip($input: SellerOrderShipInput!) {
  sellerOrderShip(input: $input) {
    sellerOrder {
      id
      status
      shipment {
        id
        undoUntil
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:5d7bfde9803e177f3b4d84876db732fa46b2e70b408b69773439444d32625c53"}) as unknown as TypedDocumentString<SellerOrderShipMutation, SellerOrderShipMutationVariables>;
export const SellerOrderShipmentWithdrawDocument = new TypedDocumentString(`
    mutation SellerOrderShipmentWithdraw($input: SellerOrderShipmentWithdrawInput!) {
  sellerOrderShipmentWithdraw(input: $input) {
    sellerOrder {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:d1c4d306d193a57f019f365ad6325019090309be4af768ddcb03b9ebe36ba788"}) as unknown as TypedDocumentString<SellerOrderShipmentWithdrawMutation, SellerOrderShipmentWithdrawMutationVariables>;
export const SellerOrdersNextDocument = new TypedDocumentString(`
    query SellerOrdersNext {
  sellerOrders(filter: {isToShip: true}, last: 2) {
    nodes {
      id
      number
    }
  }
}
    `, {"hash":"sha256:9d0a6e15086b5cc84e5b370793d655d7ea565ff311cc13bad2915b38a37774e4"}) as unknown as TypedDocumentString<SellerOrdersNextQuery, SellerOrdersNextQueryVariables>;
export const SellerOrderByNumberDocument = new TypedDocumentString(`
    query SellerOrderByNumber($filter: SellerOrderFilter!) {
  sellerOrders(filter: $filter, first: 1) {
    nodes {
      id
      number
      status
    }
  }
}
    `, {"hash":"sha256:4cefe14ce43cc0fa33d96a3c26b1b41dc3d5e0a4e60395eb8618a144d4e07e41"}) as unknown as TypedDocumentString<SellerOrderByNumberQuery, SellerOrderByNumberQueryVariables>;
export const AdminPersonalDataRevealDocument = new TypedDocumentString(`
    mutation AdminPersonalDataReveal($input: PersonalDataRevealInput!) {
  personalDataReveal(input: $input) {
    revealedUntil
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:020938a4498acdd2255a7bf555a54cb224e66732078e9c9d219499f603b46230"}) as unknown as TypedDocumentString<AdminPersonalDataRevealMutation, AdminPersonalDataRevealMutationVariables>;
export const AdminPayoutOutlookDocument = new TypedDocumentString(`
    query AdminPayoutOutlook($sellerId: ID) {
  sellerPayoutOutlook(sellerId: $sellerId) {
    currencyCode
    nextAt
    blockedBy
    text
    amount {
      ...MoneyParts
    }
    minimum {
      ...MoneyParts
    }
    takenBack {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:c1cb42b596c18ba77ce606e9878e55d24ca1aa6f7aafd44e354663667c3269c7"}) as unknown as TypedDocumentString<AdminPayoutOutlookQuery, AdminPayoutOutlookQueryVariables>;
export const AdminPayoutScheduleDocument = new TypedDocumentString(`
    query AdminPayoutSchedule($sellerId: ID) {
  payoutAccount(sellerId: $sellerId) {
    id
    schedule {
      kind
      anchor
      minimums {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:1d51b582e643213bde1e601b2d416573212649991c72f5b02520e7ac9cff303c"}) as unknown as TypedDocumentString<AdminPayoutScheduleQuery, AdminPayoutScheduleQueryVariables>;
export const AdminPayoutPoliciesDocument = new TypedDocumentString(`
    query AdminPayoutPolicies($sellerId: ID) {
  sellerPayoutPolicies(sellerId: $sellerId) {
    id
    holdFrom
    holdDays
    reserveBasisPoints
    reserveDays
    reason
    effectiveAt
    createdAt
  }
}
    `, {"hash":"sha256:3caf3546bbb8edeca4dda2342eb69a29a0be490bae85425de0ea9787d324946e"}) as unknown as TypedDocumentString<AdminPayoutPoliciesQuery, AdminPayoutPoliciesQueryVariables>;
export const AdminManualPayoutsDocument = new TypedDocumentString(`
    query AdminManualPayouts($sellerId: ID) {
  manualPayouts(sellerId: $sellerId) {
    id
    reference
    createdAt
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:f7dcc97ff1c4f44b48aa44bd6ea0a0e872cd10d0ecd49a8480ec3fe887b73a9c"}) as unknown as TypedDocumentString<AdminManualPayoutsQuery, AdminManualPayoutsQueryVariables>;
export const AdminPayoutScheduleSetDocument = new TypedDocumentString(`
    mutation AdminPayoutScheduleSet($input: SellerPayoutScheduleSetInput!) {
  sellerPayoutScheduleSet(input: $input) {
    payoutAccount {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:4b1bf7e3e2b75504c452fade6000dfe129a12333404f6acd4efdebb366fde2b6"}) as unknown as TypedDocumentString<AdminPayoutScheduleSetMutation, AdminPayoutScheduleSetMutationVariables>;
export const AdminPayoutRequestDocument = new TypedDocumentString(`
    mutation AdminPayoutRequest($input: SellerPayoutRequestInput!) {
  sellerPayoutRequest(input: $input) {
    payout {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:d5ff9f3358564a4288c01f39862bc96d0160ed0c623f17a2ef7341d5bbfaacd3"}) as unknown as TypedDocumentString<AdminPayoutRequestMutation, AdminPayoutRequestMutationVariables>;
export const AdminPayoutPolicySetDocument = new TypedDocumentString(`
    mutation AdminPayoutPolicySet($input: SellerPayoutPolicySetInput!) {
  sellerPayoutPolicySet(input: $input) {
    policy {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:cf80defa21dc98fbc27aec44adee76db18d40a5e6723b48cb8299b1cda0452c6"}) as unknown as TypedDocumentString<AdminPayoutPolicySetMutation, AdminPayoutPolicySetMutationVariables>;
export const AdminPayoutHoldsDocument = new TypedDocumentString(`
    query AdminPayoutHolds($sellerId: ID) {
  sellerPayoutHolds(sellerId: $sellerId) {
    id
    reason
    until
    isStanding
    placedAt
    liftReason
    liftedAt
    sellerOrder {
      id
      number
    }
  }
}
    `, {"hash":"sha256:e7e4687bddf95ce245cca528cd2f28ec061929ca0391b3240ede55c27016c989"}) as unknown as TypedDocumentString<AdminPayoutHoldsQuery, AdminPayoutHoldsQueryVariables>;
export const AdminPayoutHoldDocument = new TypedDocumentString(`
    mutation AdminPayoutHold($input: SellerPayoutHoldInput!) {
  sellerPayoutHold(input: $input) {
    hold {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b764901a6af42cbb0cc9cd937a0e0feebd8382146c8acfe64a611984e110d211"}) as unknown as TypedDocumentString<AdminPayoutHoldMutation, AdminPayoutHoldMutationVariables>;
export const AdminPayoutHoldLiftDocument = new TypedDocumentString(`
    mutation AdminPayoutHoldLift($input: SellerPayoutHoldLiftInput!) {
  sellerPayoutHoldLift(input: $input) {
    hold {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:662be0e84e8bed962e0e8ff5fe471eb3b739183569bc1d5bf1b9009a90c21eb0"}) as unknown as TypedDocumentString<AdminPayoutHoldLiftMutation, AdminPayoutHoldLiftMutationVariables>;
export const AdminPayoutRecordDocument = new TypedDocumentString(`
    mutation AdminPayoutRecord($input: SellerPayoutRecordInput!) {
  sellerPayoutRecord(input: $input) {
    proposal {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:212ce9e6cf79e126d872b5e2897dc4f928b565fce93eca902e92d0142b812cb3"}) as unknown as TypedDocumentString<AdminPayoutRecordMutation, AdminPayoutRecordMutationVariables>;
export const AdminPayoutDocument = new TypedDocumentString(`
    query AdminPayout($id: ID!, $part: PayoutPart, $first: Int, $after: String, $last: Int, $before: String) {
  payout(id: $id) {
    id
    status
    providerId
    failureCode
    bankLast4
    method
    expectedAt
    createdAt
    settledAt
    amount {
      ...MoneyParts
    }
    fee {
      ...MoneyParts
    }
    seller {
      id
      name
    }
  }
  sellerPayoutBreakdown(payoutId: $id) {
    payoutId
    leftAt
    movements
    opening {
      ...MoneyParts
    }
    moved {
      ...MoneyParts
    }
    amount {
      ...MoneyParts
    }
    left {
      ...MoneyParts
    }
    unexplained {
      ...MoneyParts
    }
    parts {
      part
      movements
      amount {
        ...MoneyParts
      }
    }
    statement {
      id
      number
      month
      documents {
        id
        number
        kind
      }
    }
    items(part: $part, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...PayoutItemParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment PayoutItemParts on PayoutItem {
  kind
  orderId
  postedAt
  sellerOrder {
    id
    number
  }
  sales {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  refunds {
    ...MoneyParts
  }
  disputes {
    ...MoneyParts
  }
  reserve {
    ...MoneyParts
  }
  other {
    ...MoneyParts
  }
  amount {
    ...MoneyParts
  }
  lines {
    lineId
    title
    sku
    quantity
    net {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:39f793e6383cee3a2083d4d6467c28b3ba7cc52ae52f3f519f988305ce943774"}) as unknown as TypedDocumentString<AdminPayoutQuery, AdminPayoutQueryVariables>;
export const AdminPayoutExportCreateDocument = new TypedDocumentString(`
    mutation AdminPayoutExportCreate($input: SellerPayoutExportCreateInput!) {
  sellerPayoutExportCreate(input: $input) {
    export {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:fde31cd6a8d8c07f6116723e624b923bbaf54935d229f90618e0ddcdb0bbfa1a"}) as unknown as TypedDocumentString<AdminPayoutExportCreateMutation, AdminPayoutExportCreateMutationVariables>;
export const AdminAccountByEmailDocument = new TypedDocumentString(`
    query AdminAccountByEmail($email: String!) {
  accountByEmail(email: $email) {
    ...AccountCard
  }
}
    fragment AccountCard on Account {
  id
  email
  name
  isMasked
  revealedUntil
  isEmailVerified
  isGuest
  createdAt
  suspendedAt
}`, {"hash":"sha256:3265feabdb6a5d19e69dad2b32e3f8a35be3753dccda3be3dc180f62b8040224"}) as unknown as TypedDocumentString<AdminAccountByEmailQuery, AdminAccountByEmailQueryVariables>;
export const AdminAccountDocument = new TypedDocumentString(`
    query AdminAccount($id: ID!) {
  account(id: $id) {
    ...AccountCard
  }
}
    fragment AccountCard on Account {
  id
  email
  name
  isMasked
  revealedUntil
  isEmailVerified
  isGuest
  createdAt
  suspendedAt
}`, {"hash":"sha256:5395e410b504016bdeca8bb5880b560285c9e66ec1963790908c43caf635bc4d"}) as unknown as TypedDocumentString<AdminAccountQuery, AdminAccountQueryVariables>;
export const AdminAccountSessionsDocument = new TypedDocumentString(`
    query AdminAccountSessions($accountId: ID!) {
  accountSessions(accountId: $accountId, first: 50) {
    nodes {
      id
      agent
      place
      createdAt
      lastSeenAt
    }
  }
}
    `, {"hash":"sha256:6538d5a4d389eaa1c9199898135bebd7545bf25c326d8e54ab1f2ede070aee43"}) as unknown as TypedDocumentString<AdminAccountSessionsQuery, AdminAccountSessionsQueryVariables>;
export const AdminBuyerCreditDocument = new TypedDocumentString(`
    query AdminBuyerCredit($buyerId: ID) {
  buyerCredit(buyerId: $buyerId) {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:8c33a5b6ddaacd2aaae50acd6954bba66f823deeddd8bafa140c572eb50634a4"}) as unknown as TypedDocumentString<AdminBuyerCreditQuery, AdminBuyerCreditQueryVariables>;
export const AdminAccountSuspendDocument = new TypedDocumentString(`
    mutation AdminAccountSuspend($input: AccountSuspendInput!) {
  accountSuspend(input: $input) {
    account {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:67d016ecefaaab4590e6f0ba0530582778f1dfcecfe320a774c002f812ee7939"}) as unknown as TypedDocumentString<AdminAccountSuspendMutation, AdminAccountSuspendMutationVariables>;
export const AdminAccountReinstateDocument = new TypedDocumentString(`
    mutation AdminAccountReinstate($input: AccountReinstateInput!) {
  accountReinstate(input: $input) {
    account {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b228d3f58f9b4858cadefe152f829c1ab4b24dcaaf38c6457fa21a7bf0af0f6b"}) as unknown as TypedDocumentString<AdminAccountReinstateMutation, AdminAccountReinstateMutationVariables>;
export const AdminAccountPasswordResetDocument = new TypedDocumentString(`
    mutation AdminAccountPasswordReset($input: AccountPasswordResetStartInput!) {
  accountPasswordResetStart(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:1e147c696f851627d29ef0283314b0d58e41408074d6722d42eceb1e1fd11883"}) as unknown as TypedDocumentString<AdminAccountPasswordResetMutation, AdminAccountPasswordResetMutationVariables>;
export const AdminAccountSessionsEndDocument = new TypedDocumentString(`
    mutation AdminAccountSessionsEnd($input: AccountSessionsEndInput!) {
  accountSessionsEnd(input: $input) {
    endedCount
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:4258e341b028a26dfab2756ca8cdd1e6d6c89dc4b0038b0fb6f10941b7122767"}) as unknown as TypedDocumentString<AdminAccountSessionsEndMutation, AdminAccountSessionsEndMutationVariables>;
export const AdminFactorResetAskDocument = new TypedDocumentString(`
    mutation AdminFactorResetAsk($input: FactorResetAskInput!) {
  factorResetAsk(input: $input) {
    proposal {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:10ea81cb8eff645350ae4f73ef05f2e6e77b743fa791ee0c474ed0c8e9cbf039"}) as unknown as TypedDocumentString<AdminFactorResetAskMutation, AdminFactorResetAskMutationVariables>;
export const AdminBuyerCreditPayOutDocument = new TypedDocumentString(`
    mutation AdminBuyerCreditPayOut($input: BuyerCreditPayOutInput!) {
  buyerCreditPayOut(input: $input) {
    credit {
      ...MoneyParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:99be605322e325d4f11d852df483d5d7278478002db376888995b2ad2ce595e0"}) as unknown as TypedDocumentString<AdminBuyerCreditPayOutMutation, AdminBuyerCreditPayOutMutationVariables>;
export const AdminFactorResetCancelDocument = new TypedDocumentString(`
    mutation AdminFactorResetCancel($input: FactorResetCancelInput!) {
  factorResetCancel(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:2ba43a85374d1866ea88bd374008880dd8b831bed7730c4c8f6006a1a00b3582"}) as unknown as TypedDocumentString<AdminFactorResetCancelMutation, AdminFactorResetCancelMutationVariables>;
export const AdminErasureProposeDocument = new TypedDocumentString(`
    mutation AdminErasurePropose($input: ErasureProposeInput!) {
  erasurePropose(input: $input) {
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:c7e6bfcab91213bb03cea354dde12f0a381e2841ab6f7977adc501b2a34806cb"}) as unknown as TypedDocumentString<AdminErasureProposeMutation, AdminErasureProposeMutationVariables>;
export const AdminPersonExportDocument = new TypedDocumentString(`
    mutation AdminPersonExport($input: PrivacyExportCreateInput!) {
  privacyExportCreate(input: $input) {
    export {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:efe59ea314aeec6ede7c599a4e0ee104ad334e209671b575087b0e6687c8d34c"}) as unknown as TypedDocumentString<AdminPersonExportMutation, AdminPersonExportMutationVariables>;
export const AdminErasuresDocument = new TypedDocumentString(`
    query AdminErasures($filter: ErasureFilter, $first: Int, $after: String, $last: Int, $before: String) {
  erasures(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...ErasureRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment ErasureRow on Erasure {
  id
  accountId
  status
  hindrances
  requestedAt
  dueAt
  endedAt
}`, {"hash":"sha256:8b7f142530c01372fae8e5b595aa7fa9b216308fe55e9c965a50c27b74e6193b"}) as unknown as TypedDocumentString<AdminErasuresQuery, AdminErasuresQueryVariables>;
export const AdminPlansDocument = new TypedDocumentString(`
    query AdminPlans($after: String) {
  sellerPlans(first: 5, after: $after) {
    nodes {
      id
      name
      createdAt
      archivedAt
      versions {
        ...PlanVersion
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment PlanVersion on SellerPlanVersion {
  id
  number
  vatBasisPoints
  freeListings
  offersMax
  seatsMax
  trialDays
  holdDays
  reserveBasisPoints
  reserveDays
  effectiveFrom
  fees {
    currencyCode
    monthly {
      ...MoneyParts
    }
    listing {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:bc085b51926d62579681100c8ec285add169b52dc8bb2199dcf6d43629208ffb"}) as unknown as TypedDocumentString<AdminPlansQuery, AdminPlansQueryVariables>;
export const AdminPlanNamesDocument = new TypedDocumentString(`
    query AdminPlanNames {
  sellerPlans(first: 100) {
    nodes {
      id
      name
      archivedAt
    }
  }
}
    `, {"hash":"sha256:126ffd1a4ede9a55a900571a42aef33c444d91b961df13ec2085c7dc3d85e3b0"}) as unknown as TypedDocumentString<AdminPlanNamesQuery, AdminPlanNamesQueryVariables>;
export const AdminPlanStandingDocument = new TypedDocumentString(`
    query AdminPlanStanding($sellerId: ID!) {
  sellerPlanStanding(sellerId: $sellerId) {
    trialEndsAt
    plan {
      id
      name
    }
    version {
      ...PlanVersion
    }
    assignments {
      id
      planId
      reason
      effectiveAt
    }
    changeCount
    changes {
      ...PlanChange
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PlanVersion on SellerPlanVersion {
  id
  number
  vatBasisPoints
  freeListings
  offersMax
  seatsMax
  trialDays
  holdDays
  reserveBasisPoints
  reserveDays
  effectiveFrom
  fees {
    currencyCode
    monthly {
      ...MoneyParts
    }
    listing {
      ...MoneyParts
    }
  }
}
fragment PlanChange on SellerPlanAssignment {
  id
  reason
  effectiveAt
  createdAt
  cancelledAt
  plan {
    id
    name
  }
}`, {"hash":"sha256:821dbcd44d061655925eef392a31da5271a3514389f7441e9709bbb28edef2b8"}) as unknown as TypedDocumentString<AdminPlanStandingQuery, AdminPlanStandingQueryVariables>;
export const AdminPlanPreviewDocument = new TypedDocumentString(`
    query AdminPlanPreview($input: SellerPlanPreviewInput!) {
  sellerPlanPreview(input: $input) {
    effectiveAt
    paidFrom
    paidBefore
    orderCount
    isCut
    monthlyBefore {
      ...MoneyParts
    }
    monthlyAfter {
      ...MoneyParts
    }
    totals {
      orderCount
      sales {
        ...MoneyParts
      }
      commissionBefore {
        ...MoneyParts
      }
      commissionAfter {
        ...MoneyParts
      }
      commissionDifference {
        ...MoneyParts
      }
      commissionVatBefore {
        ...MoneyParts
      }
      commissionVatAfter {
        ...MoneyParts
      }
      commissionVatDifference {
        ...MoneyParts
      }
      shareBefore {
        ...MoneyParts
      }
      shareAfter {
        ...MoneyParts
      }
      shareDifference {
        ...MoneyParts
      }
    }
    biggestChanges {
      orderId
      number
      placedAt
      commissionBefore {
        ...MoneyParts
      }
      commissionAfter {
        ...MoneyParts
      }
      commissionDifference {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:7e23847512d526baa05d471388afffbf8357fa0137771c710842fc46e65c8525"}) as unknown as TypedDocumentString<AdminPlanPreviewQuery, AdminPlanPreviewQueryVariables>;
export const AdminPlanCreateDocument = new TypedDocumentString(`
    mutation AdminPlanCreate($input: SellerPlanCreateInput!) {
  sellerPlanCreate(input: $input) {
    plan {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:94929b519e065892b1e87d8374d438089cb47f397a0b97c31e5cf433868e9464"}) as unknown as TypedDocumentString<AdminPlanCreateMutation, AdminPlanCreateMutationVariables>;
export const AdminPlanPublishDocument = new TypedDocumentString(`
    mutation AdminPlanPublish($input: SellerPlanPublishInput!) {
  sellerPlanPublish(input: $input) {
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:4361ab2a39800af82a76da29269632f1ab15b96d69d3994041f3417bb5e311a4"}) as unknown as TypedDocumentString<AdminPlanPublishMutation, AdminPlanPublishMutationVariables>;
export const AdminPlanArchiveDocument = new TypedDocumentString(`
    mutation AdminPlanArchive($input: SellerPlanArchiveInput!) {
  sellerPlanArchive(input: $input) {
    plan {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:8635acaa21b8f6cf1c4c4a7665b39dc0533724440a9b8cf358ae324eb53c00b0"}) as unknown as TypedDocumentString<AdminPlanArchiveMutation, AdminPlanArchiveMutationVariables>;
export const AdminPlanAssignDocument = new TypedDocumentString(`
    mutation AdminPlanAssign($input: SellerPlanAssignInput!) {
  sellerPlanAssign(input: $input) {
    assignment {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:a681401f963c6895e081e52eb97b270dd86ae7f50b8fce1f52bd61f155f11cfa"}) as unknown as TypedDocumentString<AdminPlanAssignMutation, AdminPlanAssignMutationVariables>;
export const AdminPlanAssignmentCancelDocument = new TypedDocumentString(`
    mutation AdminPlanAssignmentCancel($input: SellerPlanAssignmentCancelInput!) {
  sellerPlanAssignmentCancel(input: $input) {
    assignment {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:c586b04c0369f6b14e284c12e36b12cd56f54079838a88cecca344b4f54fa030"}) as unknown as TypedDocumentString<AdminPlanAssignmentCancelMutation, AdminPlanAssignmentCancelMutationVariables>;
export const AdminChargesDocument = new TypedDocumentString(`
    query AdminCharges($sellerId: ID, $purpose: SellerChargePurpose, $first: Int, $after: String, $last: Int, $before: String) {
  sellerCharges(
    sellerId: $sellerId
    purpose: $purpose
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      kind
      purpose
      reason
      reference
      vatBasisPoints
      createdAt
      reversedAt
      reversalReason
      seller {
        id
        name
      }
      net {
        ...MoneyParts
      }
      vat {
        ...MoneyParts
      }
      gross {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:a24ad412c163ec98ea6b46a5092aa48dc0bb1dfdd9cf1395b79e4844001ec2a7"}) as unknown as TypedDocumentString<AdminChargesQuery, AdminChargesQueryVariables>;
export const AdminChargeCreateDocument = new TypedDocumentString(`
    mutation AdminChargeCreate($input: SellerChargeCreateInput!) {
  sellerChargeCreate(input: $input) {
    charge {
      id
    }
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:c38b3c865276122dd75a9bc9afec2a3e554f3bdc59745823980b8d35e2683a53"}) as unknown as TypedDocumentString<AdminChargeCreateMutation, AdminChargeCreateMutationVariables>;
export const AdminCreditCreateDocument = new TypedDocumentString(`
    mutation AdminCreditCreate($input: SellerCreditCreateInput!) {
  sellerCreditCreate(input: $input) {
    credit {
      id
    }
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:bea284142b9be39ff5abac80579c5d1a9224d90752d11bcc67c360254bae8e7e"}) as unknown as TypedDocumentString<AdminCreditCreateMutation, AdminCreditCreateMutationVariables>;
export const AdminChargeReverseDocument = new TypedDocumentString(`
    mutation AdminChargeReverse($input: SellerChargeReverseInput!) {
  sellerChargeReverse(input: $input) {
    charge {
      id
    }
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:f7509c4514e52229c7afaefe95ecbff970c83e1cce7f53601b265648d6ce90f3"}) as unknown as TypedDocumentString<AdminChargeReverseMutation, AdminChargeReverseMutationVariables>;
export const AdminPreferencesSetDocument = new TypedDocumentString(`
    mutation AdminPreferencesSet($input: PreferencesSetInput!) {
  preferencesSet(input: $input) {
    preferences {
      ...PreferenceParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PreferenceParts on Preferences {
  language
  timeZone
  theme
  hasShortcuts
}`, {"hash":"sha256:0a993ce299e644388a51c4f3acaa9695f412f469eb07364925d9df252012644e"}) as unknown as TypedDocumentString<AdminPreferencesSetMutation, AdminPreferencesSetMutationVariables>;
export const AdminAccountRenameDocument = new TypedDocumentString(`
    mutation AdminAccountRename($input: AccountRenameInput!) {
  accountRename(input: $input) {
    account {
      id
      name
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:d2e73a4ae2b0e6d4e0b4e1bb4ac6d6ac13d46ebb0510c175892d0b5d0d7ba096"}) as unknown as TypedDocumentString<AdminAccountRenameMutation, AdminAccountRenameMutationVariables>;
export const AdminSavedViewsDocument = new TypedDocumentString(`
    query AdminSavedViews($page: String!) {
  savedViews(page: $page) {
    ...SavedViewParts
  }
}
    fragment SavedViewParts on SavedView {
  id
  name
  search
  isDefault
}`, {"hash":"sha256:8a93039afb083b4685f0984a440080bcb9fbad9d7bb764dec5af3a956e917646"}) as unknown as TypedDocumentString<AdminSavedViewsQuery, AdminSavedViewsQueryVariables>;
export const AdminSavedViewSaveDocument = new TypedDocumentString(`
    mutation AdminSavedViewSave($input: SavedViewSaveInput!) {
  savedViewSave(input: $input) {
    savedView {
      ...SavedViewParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SavedViewParts on SavedView {
  id
  name
  search
  isDefault
}`, {"hash":"sha256:227ab5b70af6f96c8e6002051713632cfccb19080223062a19f4fed30212111d"}) as unknown as TypedDocumentString<AdminSavedViewSaveMutation, AdminSavedViewSaveMutationVariables>;
export const AdminSavedViewDeleteDocument = new TypedDocumentString(`
    mutation AdminSavedViewDelete($input: SavedViewDeleteInput!) {
  savedViewDelete(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:2f7cc8c9ba165cee734746f48f91072ce05778a9d2bda0a356005b0004f67aeb"}) as unknown as TypedDocumentString<AdminSavedViewDeleteMutation, AdminSavedViewDeleteMutationVariables>;
export const AdminPrivacyDocument = new TypedDocumentString(`
    query AdminPrivacy {
  exports(first: 10) {
    nodes {
      ...ExportRow
    }
  }
  erasure {
    ...ErasureParts
  }
}
    fragment ExportRow on Export {
  id
  kind
  status
  done
  total
  byteSize
  filename
  path
  createdAt
  readyAt
  expiresAt
}
fragment ErasureParts on Erasure {
  id
  status
  hindrances
  requestedAt
  dueAt
  endedAt
}`, {"hash":"sha256:01c3e41c0435183c97513a476bd8d88a8be59b47eac135cd1e1178acbb9b3634"}) as unknown as TypedDocumentString<AdminPrivacyQuery, AdminPrivacyQueryVariables>;
export const AdminPrivacyExportCreateDocument = new TypedDocumentString(`
    mutation AdminPrivacyExportCreate {
  privacyExportCreate(input: {}) {
    export {
      ...ExportRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment ExportRow on Export {
  id
  kind
  status
  done
  total
  byteSize
  filename
  path
  createdAt
  readyAt
  expiresAt
}`, {"hash":"sha256:da6359525f034f88e1fb028dcb0a93e925583247a4241b37d26977a86d6e7e1f"}) as unknown as TypedDocumentString<AdminPrivacyExportCreateMutation, AdminPrivacyExportCreateMutationVariables>;
export const AdminErasureRequestDocument = new TypedDocumentString(`
    mutation AdminErasureRequest($input: ErasureRequestInput!) {
  erasureRequest(input: $input) {
    erasure {
      ...ErasureParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment ErasureParts on Erasure {
  id
  status
  hindrances
  requestedAt
  dueAt
  endedAt
}`, {"hash":"sha256:16a166426a50c9a91e9ce96cd6992feeb032b128b5e171b0709c69f898d34c94"}) as unknown as TypedDocumentString<AdminErasureRequestMutation, AdminErasureRequestMutationVariables>;
export const AdminErasureWithdrawDocument = new TypedDocumentString(`
    mutation AdminErasureWithdraw {
  erasureWithdraw {
    erasure {
      ...ErasureParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment ErasureParts on Erasure {
  id
  status
  hindrances
  requestedAt
  dueAt
  endedAt
}`, {"hash":"sha256:b87ef08bf725cf28c2a3fad508408bf5cae3ff065bfa94345746b889c329e662"}) as unknown as TypedDocumentString<AdminErasureWithdrawMutation, AdminErasureWithdrawMutationVariables>;
export const SellerProductsDocument = new TypedDocumentString(`
    query SellerProducts($filter: SellerProductFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sellerProducts(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      title
      status
      productType
      updatedAt
      variantCount
      listing {
        id
        isInStock
        priceMin {
          ...MoneyParts
        }
        priceMax {
          ...MoneyParts
        }
      }
    }
    totalCount
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:eb1150afbe4e8b63ae3cf5733a66e0c93f6703f06d79a43ae17c8bc95d148946"}) as unknown as TypedDocumentString<SellerProductsQuery, SellerProductsQueryVariables>;
export const SellerOffersDocument = new TypedDocumentString(`
    query SellerOffers($filter: SellerOfferFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sellerOffers(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      version
      sku
      status
      condition
      leadTimeDays
      quantityMax
      requiresShipping
      product {
        id
        title
      }
      variant {
        id
        title
      }
      price {
        ...MoneyParts
      }
      compareAtPrice {
        ...MoneyParts
      }
      stock {
        onHand
        reserved
        available
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:7306be8c1b278a1f74defc96565f10f4e8803bc3b87f493b28704cd16396e1bf"}) as unknown as TypedDocumentString<SellerOffersQuery, SellerOffersQueryVariables>;
export const ReconciliationDifferencesDocument = new TypedDocumentString(`
    query ReconciliationDifferences($filter: ReconciliationDifferenceFilter, $sort: ReconciliationDifferenceSort!, $first: Int, $after: String, $last: Int, $before: String) {
  reconciliationDifferences(
    filter: $filter
    sort: $sort
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...DifferenceRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment DifferenceRow on ReconciliationDifference {
  id
  kind
  status
  account
  transaction
  source
  age
  firstSeenAt
  amount {
    ...MoneyParts
  }
  seller {
    id
    name
  }
}`, {"hash":"sha256:26e2f7db712ed0094c2a5cc268712bdab422a09f90ffd42c966ad28077e47494"}) as unknown as TypedDocumentString<ReconciliationDifferencesQuery, ReconciliationDifferencesQueryVariables>;
export const ReconciliationOverviewDocument = new TypedDocumentString(`
    query ReconciliationOverview {
  reconciliationOverview {
    accounts
    transactions
    matched
    comparedAt
    ageing {
      currency
      age
      count
      size {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:f4cbcaf0832ee81b76fb6b9d064932d8b7e04f43ac640c975ad11bb9d5b305e0"}) as unknown as TypedDocumentString<ReconciliationOverviewQuery, ReconciliationOverviewQueryVariables>;
export const ReconciliationDifferenceDocument = new TypedDocumentString(`
    query ReconciliationDifference($id: ID!) {
  reconciliationDifference(id: $id) {
    ...DifferenceFull
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment DifferenceRow on ReconciliationDifference {
  id
  kind
  status
  account
  transaction
  source
  age
  firstSeenAt
  amount {
    ...MoneyParts
  }
  seller {
    id
    name
  }
}
fragment DifferenceFull on ReconciliationDifference {
  ...DifferenceRow
  type
  bookedTo
  linkedId
  reason
  resolution
  bookableAccounts
  lastSeenAt
  suspendedAt
  resolvedAt
  provider {
    ...MoneyParts
  }
  ledger {
    ...MoneyParts
  }
}`, {"hash":"sha256:996970d23b1c2c552e4008c4de01d63bd27d176c53671596409a5f0aa906cedf"}) as unknown as TypedDocumentString<ReconciliationDifferenceQuery, ReconciliationDifferenceQueryVariables>;
export const ReconciliationCandidatesDocument = new TypedDocumentString(`
    query ReconciliationCandidates($filter: ReconciliationDifferenceFilter!) {
  reconciliationDifferences(filter: $filter, first: 100) {
    nodes {
      id
      source
      ledger {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:8597c6f74c9add4fbe54d083abf437bf8616b12845e95c20c25758032a4f5b04"}) as unknown as TypedDocumentString<ReconciliationCandidatesQuery, ReconciliationCandidatesQueryVariables>;
export const ReconciliationDifferenceResolveDocument = new TypedDocumentString(`
    mutation ReconciliationDifferenceResolve($input: ReconciliationDifferenceResolveInput!) {
  reconciliationDifferenceResolve(input: $input) {
    difference {
      ...DifferenceFull
    }
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment DifferenceRow on ReconciliationDifference {
  id
  kind
  status
  account
  transaction
  source
  age
  firstSeenAt
  amount {
    ...MoneyParts
  }
  seller {
    id
    name
  }
}
fragment DifferenceFull on ReconciliationDifference {
  ...DifferenceRow
  type
  bookedTo
  linkedId
  reason
  resolution
  bookableAccounts
  lastSeenAt
  suspendedAt
  resolvedAt
  provider {
    ...MoneyParts
  }
  ledger {
    ...MoneyParts
  }
}`, {"hash":"sha256:b34134f2107e0adafd1a6f710e2e9ce5daaa757b22cc244f788c1e0521c15efe"}) as unknown as TypedDocumentString<ReconciliationDifferenceResolveMutation, ReconciliationDifferenceResolveMutationVariables>;
export const ReconciliationRunDocument = new TypedDocumentString(`
    mutation ReconciliationRun {
  reconciliationRun {
    accounts
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:bbc7c4e6b4a460d413bddc32ea0da542e610f0e10693976ad0837dec2a422a19"}) as unknown as TypedDocumentString<ReconciliationRunMutation, ReconciliationRunMutationVariables>;
export const AdminOrderRefundsDocument = new TypedDocumentString(`
    query AdminOrderRefunds($orderId: ID!, $first: Int, $after: String) {
  refunds(orderId: $orderId, first: $first, after: $after) {
    nodes {
      ...RefundRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment RefundRow on Refund {
  id
  orderId
  orderNumber
  status
  method
  reason
  note
  failure
  isRestocked
  createdAt
  settledAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:e124f1685de42410a46b46b3af20c2a3fa19c3f79ddc9813183d84a72e40c218"}) as unknown as TypedDocumentString<AdminOrderRefundsQuery, AdminOrderRefundsQueryVariables>;
export const AdminRefundsDocument = new TypedDocumentString(`
    query AdminRefunds($sellerId: ID, $status: RefundStatus, $createdAfter: DateTime, $createdBefore: DateTime, $first: Int, $after: String, $last: Int, $before: String) {
  refunds(
    sellerId: $sellerId
    status: $status
    createdAfter: $createdAfter
    createdBefore: $createdBefore
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...RefundRow
      parts {
        seller {
          id
          name
        }
      }
    }
    totalCount
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment RefundRow on Refund {
  id
  orderId
  orderNumber
  status
  method
  reason
  note
  failure
  isRestocked
  createdAt
  settledAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:91fd22429ac703ffa6dd764e2769cfed2fb1ec70368a4c7738e431bf31c97884"}) as unknown as TypedDocumentString<AdminRefundsQuery, AdminRefundsQueryVariables>;
export const AdminRefundRemainingDocument = new TypedDocumentString(`
    query AdminRefundRemaining($input: RefundPreviewInput!) {
  refundPreview(input: $input) {
    amount {
      ...MoneyParts
    }
    parts {
      kind
      lineId
      quantity
      amount {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:b4b513414c5724f2a9ed33a29deaf236e2f1d288bbb524b2188b078452958ac8"}) as unknown as TypedDocumentString<AdminRefundRemainingQuery, AdminRefundRemainingQueryVariables>;
export const AdminRefundPreviewDocument = new TypedDocumentString(`
    query AdminRefundPreview($input: RefundPreviewInput!) {
  refundPreview(input: $input) {
    amount {
      ...MoneyParts
    }
    feeKept {
      ...MoneyParts
    }
    sellers {
      sellerId
      gives {
        ...MoneyParts
      }
      commissionReturned {
        ...MoneyParts
      }
      balanceBefore {
        ...MoneyParts
      }
      balanceAfter {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:24ad4886d2014804ccf004f9904d0c46fe3d36cb707393967c7d64c4095fb5de"}) as unknown as TypedDocumentString<AdminRefundPreviewQuery, AdminRefundPreviewQueryVariables>;
export const AdminRefundCreateDocument = new TypedDocumentString(`
    mutation AdminRefundCreate($input: RefundCreateInput!) {
  refundCreate(input: $input) {
    refund {
      ...RefundRow
    }
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment RefundRow on Refund {
  id
  orderId
  orderNumber
  status
  method
  reason
  note
  failure
  isRestocked
  createdAt
  settledAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:6b451b1338ebb994718d3f3561e2f6fec96cf3b13525bc17d1b8944de7921221"}) as unknown as TypedDocumentString<AdminRefundCreateMutation, AdminRefundCreateMutationVariables>;
export const AdminRefundCancelDocument = new TypedDocumentString(`
    mutation AdminRefundCancel($input: RefundCancelInput!) {
  refundCancel(input: $input) {
    refund {
      ...RefundRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment RefundRow on Refund {
  id
  orderId
  orderNumber
  status
  method
  reason
  note
  failure
  isRestocked
  createdAt
  settledAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:e48fc51c41f8d12245d4af5af73247963a81dd5b50baa8f264faee72e69ac174"}) as unknown as TypedDocumentString<AdminRefundCancelMutation, AdminRefundCancelMutationVariables>;
export const AdminRefundPayOtherwiseDocument = new TypedDocumentString(`
    mutation AdminRefundPayOtherwise($input: RefundPayOtherwiseInput!) {
  refundPayOtherwise(input: $input) {
    refund {
      ...RefundRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment RefundRow on Refund {
  id
  orderId
  orderNumber
  status
  method
  reason
  note
  failure
  isRestocked
  createdAt
  settledAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:9713c128edafa175aca64b6034685087e1801f55fa01e59a9db48aa244b5cc5c"}) as unknown as TypedDocumentString<AdminRefundPayOtherwiseMutation, AdminRefundPayOtherwiseMutationVariables>;
export const AdminSalesReportDocument = new TypedDocumentString(`
    query AdminSalesReport($from: DateTime!, $to: DateTime!, $first: Int, $after: String, $last: Int, $before: String) {
  salesReport(
    from: $from
    to: $to
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      currency
      orders
      takeRateBasisPoints
      seller {
        id
        name
      }
      gross {
        ...MoneyParts
      }
      refunds {
        ...MoneyParts
      }
      commission {
        ...MoneyParts
      }
      commissionReturned {
        ...MoneyParts
      }
      promotions {
        ...MoneyParts
      }
      margin {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:8c881760b3d20cb96d49439d750e135dec38de8e26914fe192e5c9ef7074e884"}) as unknown as TypedDocumentString<AdminSalesReportQuery, AdminSalesReportQueryVariables>;
export const AdminTaxReportDocument = new TypedDocumentString(`
    query AdminTaxReport($from: DateTime!, $to: DateTime!) {
  taxReport(from: $from, to: $to) {
    jurisdiction
    remitter
    currency
    base {
      ...MoneyParts
    }
    tax {
      ...MoneyParts
    }
    returned {
      ...MoneyParts
    }
    due {
      ...MoneyParts
    }
    remitted {
      ...MoneyParts
    }
    open {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:a0330c8b7ca9b80fe1d9edcdfd6ea8ae3b0ccc0293f867f0198ef05aae52b87a"}) as unknown as TypedDocumentString<AdminTaxReportQuery, AdminTaxReportQueryVariables>;
export const AdminReportExportDocument = new TypedDocumentString(`
    mutation AdminReportExport($input: ReportExportCreateInput!) {
  reportExportCreate(input: $input) {
    export {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:7a9f807a70d61e51998808d82370896d6f177394ab79801b463bdf200d0aac9c"}) as unknown as TypedDocumentString<AdminReportExportMutation, AdminReportExportMutationVariables>;
export const AdminDac7ReportDocument = new TypedDocumentString(`
    query AdminDac7Report($year: Int!, $first: Int, $after: String, $last: Int, $before: String) {
  dac7Report(
    year: $year
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...YearReportParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment YearReportParts on YearReportRow {
  currency
  year
  legalName
  address
  country
  taxId
  registrationNumber
  financialAccount
  bankLastFour
  missing
  transactions
  isSmall
  isAbove1099K
  seller {
    id
    name
  }
  gross {
    ...MoneyParts
  }
  consideration {
    ...MoneyParts
  }
  parts {
    number
    orders
    gross {
      ...MoneyParts
    }
    consideration {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:f849f531d8853376e8a67e3a84ad06815856349e8af4c7a890fc5a719aa5b495"}) as unknown as TypedDocumentString<AdminDac7ReportQuery, AdminDac7ReportQueryVariables>;
export const AdminForm1099KReportDocument = new TypedDocumentString(`
    query AdminForm1099KReport($year: Int!, $first: Int, $after: String, $last: Int, $before: String) {
  form1099KReport(
    year: $year
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...YearReportParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment YearReportParts on YearReportRow {
  currency
  year
  legalName
  address
  country
  taxId
  registrationNumber
  financialAccount
  bankLastFour
  missing
  transactions
  isSmall
  isAbove1099K
  seller {
    id
    name
  }
  gross {
    ...MoneyParts
  }
  consideration {
    ...MoneyParts
  }
  parts {
    number
    orders
    gross {
      ...MoneyParts
    }
    consideration {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:433302dcca45eba67303f1855c7d98978c1984a66f13a93daa2a10112157e395"}) as unknown as TypedDocumentString<AdminForm1099KReportQuery, AdminForm1099KReportQueryVariables>;
export const AdminTaxPayablesDocument = new TypedDocumentString(`
    query AdminTaxPayables {
  taxPayables {
    jurisdiction
    currency
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:03f705c5902e075b542799ee507940add6fe80527669cfc8bc5dacd954ea9116"}) as unknown as TypedDocumentString<AdminTaxPayablesQuery, AdminTaxPayablesQueryVariables>;
export const AdminTaxRemittancesDocument = new TypedDocumentString(`
    query AdminTaxRemittances($first: Int, $after: String, $last: Int, $before: String) {
  taxRemittances(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id
      jurisdiction
      from
      until
      reference
      reason
      recordedAt
      reversedAt
      reversalReason
      amount {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:b62f2cee8b2da9433fda7f8daa7435d0ea63db4602a60b5248018d30a4476aa5"}) as unknown as TypedDocumentString<AdminTaxRemittancesQuery, AdminTaxRemittancesQueryVariables>;
export const AdminTaxRemittanceRecordDocument = new TypedDocumentString(`
    mutation AdminTaxRemittanceRecord($input: TaxRemittanceRecordInput!) {
  taxRemittanceRecord(input: $input) {
    proposal {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:a5f117cdd846edce40c55cb9dd0512189c7dfa43b898b3ddbe047dbd949ceaf5"}) as unknown as TypedDocumentString<AdminTaxRemittanceRecordMutation, AdminTaxRemittanceRecordMutationVariables>;
export const AdminTaxRemittanceReverseDocument = new TypedDocumentString(`
    mutation AdminTaxRemittanceReverse($input: TaxRemittanceReverseInput!) {
  taxRemittanceReverse(input: $input) {
    proposal {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:695c2dc4357a1500f504c3cb70a5d7929c635ebdb4cf2d967062b6e9eac43efc"}) as unknown as TypedDocumentString<AdminTaxRemittanceReverseMutation, AdminTaxRemittanceReverseMutationVariables>;
export const AdminRiskRatingsDocument = new TypedDocumentString(`
    query AdminRiskRatings($sellerId: ID!) {
  sellerRiskRatings(sellerId: $sellerId) {
    id
    tier
    isAutomatic
    reason
    createdAt
  }
}
    `, {"hash":"sha256:a6ca823ef9697224c02d9b34e8e955c907a7ea50284f84f58c3ba59874c101ae"}) as unknown as TypedDocumentString<AdminRiskRatingsQuery, AdminRiskRatingsQueryVariables>;
export const AdminExposureDocument = new TypedDocumentString(`
    query AdminExposure($sellerId: ID!) {
  sellerExposure(sellerId: $sellerId) {
    currencyCode
    moved {
      ...MoneyParts
    }
    debt {
      ...MoneyParts
    }
    cover {
      ...MoneyParts
    }
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:05d41f70440fee0d65baa432932d181196c223e76929b7f88332b54c2fc6967b"}) as unknown as TypedDocumentString<AdminExposureQuery, AdminExposureQueryVariables>;
export const AdminRiskTierSetDocument = new TypedDocumentString(`
    mutation AdminRiskTierSet($input: SellerRiskTierSetInput!) {
  sellerRiskTierSet(input: $input) {
    rating {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:07149d04d52abb1d8014be0804fd2162d1d262634244662dad4ffeec012804a0"}) as unknown as TypedDocumentString<AdminRiskTierSetMutation, AdminRiskTierSetMutationVariables>;
export const AdminDebtsDocument = new TypedDocumentString(`
    query AdminDebts($sellerId: ID, $status: SellerDebtStatus, $first: Int, $after: String, $last: Int, $before: String) {
  sellerDebts(
    sellerId: $sellerId
    status: $status
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      cause
      status
      age
      createdAt
      nextAttemptAt
      seller {
        id
        name
      }
      sellerOrder {
        id
        number
      }
      amount {
        ...MoneyParts
      }
      collected {
        ...MoneyParts
      }
      fromHeld {
        ...MoneyParts
      }
      fromTransfers {
        ...MoneyParts
      }
      fromReleases {
        ...MoneyParts
      }
      fromReserve {
        ...MoneyParts
      }
      fromBalance {
        ...MoneyParts
      }
      writtenOff {
        ...MoneyParts
      }
      open {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:239be841f5d2d951bbc567837ce44926c8f79e4279b2bb2cf27f7740bd567185"}) as unknown as TypedDocumentString<AdminDebtsQuery, AdminDebtsQueryVariables>;
export const AdminDebitConsentDocument = new TypedDocumentString(`
    query AdminDebitConsent($sellerId: ID) {
  sellerDebitConsent(sellerId: $sellerId) {
    isGiven
    version
    text
    answers {
      id
      isGiven
      version
      answeredAt
      answeredBy {
        id
        name
        email
      }
    }
  }
}
    `, {"hash":"sha256:5f619e1de007d638fafcd16153f61af8ddc7c135d840c269734053de8a97d442"}) as unknown as TypedDocumentString<AdminDebitConsentQuery, AdminDebitConsentQueryVariables>;
export const AdminDebitConsentSetDocument = new TypedDocumentString(`
    mutation AdminDebitConsentSet($input: SellerDebitConsentSetInput!) {
  sellerDebitConsentSet(input: $input) {
    consent {
      isGiven
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ea869298a5ce8239ae05741f0a119fd816ab12cab34cb1053f1aee69f1873273"}) as unknown as TypedDocumentString<AdminDebitConsentSetMutation, AdminDebitConsentSetMutationVariables>;
export const AdminDebtDebitDocument = new TypedDocumentString(`
    mutation AdminDebtDebit($input: SellerDebtDebitInput!) {
  sellerDebtDebit(input: $input) {
    debt {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:43e9f311af04ac9db88176f1d9b9b98780a785924d6d146c0d1388e345d775d8"}) as unknown as TypedDocumentString<AdminDebtDebitMutation, AdminDebtDebitMutationVariables>;
export const AdminDebtWriteOffDocument = new TypedDocumentString(`
    mutation AdminDebtWriteOff($input: SellerDebtWriteOffInput!) {
  sellerDebtWriteOff(input: $input) {
    proposal {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:958b3342024e2c15393f1969f350fab3e511fc487180dd39418df673b7485d21"}) as unknown as TypedDocumentString<AdminDebtWriteOffMutation, AdminDebtWriteOffMutationVariables>;
export const AdminWithdrawableDocument = new TypedDocumentString(`
    query AdminWithdrawable {
  platformWithdrawable {
    currencyCode
    available {
      ...MoneyParts
    }
    owed {
      ...MoneyParts
    }
    float {
      ...MoneyParts
    }
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:52558afb6186265fa6c18ab43c0a0ebd3c4438a2878e63c909c4e180db3e34c3"}) as unknown as TypedDocumentString<AdminWithdrawableQuery, AdminWithdrawableQueryVariables>;
export const AdminSearchDocument = new TypedDocumentString(`
    query AdminSearch($text: String!) {
  search(text: $text) {
    kind
    hasMore
    hits {
      id
      title
      subtitle
      status
      parentId
      amount {
        ...MoneyParts
      }
      seller {
        id
        name
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:6cd1aa12de22f829df2895d0c055811dd60992aae5e2ec43169c12024b3668b0"}) as unknown as TypedDocumentString<AdminSearchQuery, AdminSearchQueryVariables>;
export const AdminFactorMissingDocument = new TypedDocumentString(`
    query AdminFactorMissing {
  viewer {
    isFactorMissing
  }
}
    `, {"hash":"sha256:be1783191b15e7eec610246daa4853709636035e152140fbedad2856b2b14783"}) as unknown as TypedDocumentString<AdminFactorMissingQuery, AdminFactorMissingQueryVariables>;
export const AdminFactorsDocument = new TypedDocumentString(`
    query AdminFactors {
  factors {
    totp {
      id
      confirmedAt
      lastUsedAt
    }
    passkeys {
      ...PasskeyRow
    }
    isAnotherSuggested
    recoveryCodesLeft
  }
}
    fragment PasskeyRow on Passkey {
  id
  name
  isSynced
  isFlagged
  createdAt
  lastUsedAt
}`, {"hash":"sha256:a7f401fb0f4d0107837133b3771531b5bd6beac89fc2ae7b4e9ae8a6d1d223d5"}) as unknown as TypedDocumentString<AdminFactorsQuery, AdminFactorsQueryVariables>;
export const AdminSessionsDocument = new TypedDocumentString(`
    query AdminSessions($first: Int, $after: String, $last: Int, $before: String) {
  viewer {
    sessions(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        agent
        place
        createdAt
        lastSeenAt
        isCurrent
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:29d1a89358b08812d9b816647aacfc17d20368359724172ff6326a8a962acdfa"}) as unknown as TypedDocumentString<AdminSessionsQuery, AdminSessionsQueryVariables>;
export const AdminPasskeySignInStartDocument = new TypedDocumentString(`
    mutation AdminPasskeySignInStart {
  passkeySignInStart {
    request {
      ...PasskeyRequestParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PasskeyRequestParts on PasskeyRequest {
  ceremony
  options {
    challenge
    timeout
    rpId
    allowCredentials {
      type
      id
      transports
    }
    userVerification
  }
}`, {"hash":"sha256:4cd74f594b4c839b14a27d376254de3e92455f88ffcc53e5d79395743e0a320c"}) as unknown as TypedDocumentString<AdminPasskeySignInStartMutation, AdminPasskeySignInStartMutationVariables>;
export const AdminPasskeySignInCompleteDocument = new TypedDocumentString(`
    mutation AdminPasskeySignInComplete($input: PasskeySignInCompleteInput!) {
  passkeySignInComplete(input: $input) {
    session {
      token
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:70d7f9f484ff86ded9a2ae666a283bd9c0af1c597d3a4095dcb767ce99a20564"}) as unknown as TypedDocumentString<AdminPasskeySignInCompleteMutation, AdminPasskeySignInCompleteMutationVariables>;
export const AdminPasskeyStepUpStartDocument = new TypedDocumentString(`
    mutation AdminPasskeyStepUpStart {
  passkeyStepUpStart {
    request {
      ...PasskeyRequestParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PasskeyRequestParts on PasskeyRequest {
  ceremony
  options {
    challenge
    timeout
    rpId
    allowCredentials {
      type
      id
      transports
    }
    userVerification
  }
}`, {"hash":"sha256:b26b6a4ed307e0ff1710635407443a124854dfdd4289d63ca381c4516fb9fc95"}) as unknown as TypedDocumentString<AdminPasskeyStepUpStartMutation, AdminPasskeyStepUpStartMutationVariables>;
export const AdminTotpEnrolDocument = new TypedDocumentString(`
    mutation AdminTotpEnrol($input: TotpEnrolInput!) {
  totpEnrol(input: $input) {
    enrolment {
      id
      qrCodePng
      secret
      expiresAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ae68e3ecf851adfc7b89e26c3ad823ad804e028b8cf4c0cf8c4c55123e3b97b1"}) as unknown as TypedDocumentString<AdminTotpEnrolMutation, AdminTotpEnrolMutationVariables>;
export const AdminTotpConfirmDocument = new TypedDocumentString(`
    mutation AdminTotpConfirm($input: TotpConfirmInput!) {
  totpConfirm(input: $input) {
    session {
      token
    }
    recoveryCodes
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:9478b61350784522f66ffeec3c8bb79a609d9ed7513af32a7f213e00a157789b"}) as unknown as TypedDocumentString<AdminTotpConfirmMutation, AdminTotpConfirmMutationVariables>;
export const AdminTotpRemoveDocument = new TypedDocumentString(`
    mutation AdminTotpRemove($input: TotpRemoveInput!) {
  totpRemove(input: $input) {
    session {
      token
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:14fb1ede940c178174e31a429f1bf0f1f8b59a946fe556b9667c5715695c5ec2"}) as unknown as TypedDocumentString<AdminTotpRemoveMutation, AdminTotpRemoveMutationVariables>;
export const AdminRecoveryCodesRenewDocument = new TypedDocumentString(`
    mutation AdminRecoveryCodesRenew($input: RecoveryCodesRenewInput!) {
  recoveryCodesRenew(input: $input) {
    session {
      token
    }
    recoveryCodes
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b816dffba19215e675fc577695560f06193fde662839f520e614e023d9c30719"}) as unknown as TypedDocumentString<AdminRecoveryCodesRenewMutation, AdminRecoveryCodesRenewMutationVariables>;
export const AdminPasskeyEnrolStartDocument = new TypedDocumentString(`
    mutation AdminPasskeyEnrolStart($input: PasskeyEnrolStartInput!) {
  passkeyEnrolStart(input: $input) {
    creation {
      ...PasskeyCreationParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PasskeyCreationParts on PasskeyCreation {
  ceremony
  options {
    rp {
      id
      name
    }
    user {
      id
      name
      displayName
    }
    challenge
    pubKeyCredParams {
      type
      alg
    }
    timeout
    excludeCredentials {
      type
      id
      transports
    }
    authenticatorSelection {
      residentKey
      userVerification
    }
    attestation
  }
}`, {"hash":"sha256:d9f7c2b267eb6cc32420ec6c3b45c6fba5c64ec45e4cc08c351b861c41bb8ca2"}) as unknown as TypedDocumentString<AdminPasskeyEnrolStartMutation, AdminPasskeyEnrolStartMutationVariables>;
export const AdminPasskeyEnrolCompleteDocument = new TypedDocumentString(`
    mutation AdminPasskeyEnrolComplete($input: PasskeyEnrolCompleteInput!) {
  passkeyEnrolComplete(input: $input) {
    session {
      token
    }
    recoveryCodes
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:5b85ffe2ccf66f7392e52d1d7141ef7b5357f664d6d890e9b3f5cbd6d5672fd6"}) as unknown as TypedDocumentString<AdminPasskeyEnrolCompleteMutation, AdminPasskeyEnrolCompleteMutationVariables>;
export const AdminPasskeyRenameDocument = new TypedDocumentString(`
    mutation AdminPasskeyRename($input: PasskeyRenameInput!) {
  passkeyRename(input: $input) {
    passkey {
      ...PasskeyRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PasskeyRow on Passkey {
  id
  name
  isSynced
  isFlagged
  createdAt
  lastUsedAt
}`, {"hash":"sha256:57c2d12a3345d9d7c6ee24af3ba45aeeb5af24750390497a602e66d1118d9392"}) as unknown as TypedDocumentString<AdminPasskeyRenameMutation, AdminPasskeyRenameMutationVariables>;
export const AdminPasskeyRemoveDocument = new TypedDocumentString(`
    mutation AdminPasskeyRemove($input: PasskeyRemoveInput!) {
  passkeyRemove(input: $input) {
    session {
      token
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:d01d9473549b5c6f8fa7ef268efbec607a423011ced9cf61f04988454d000a27"}) as unknown as TypedDocumentString<AdminPasskeyRemoveMutation, AdminPasskeyRemoveMutationVariables>;
export const AdminPasswordResetRequestDocument = new TypedDocumentString(`
    mutation AdminPasswordResetRequest($input: PasswordResetRequestInput!) {
  passwordResetRequest(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:59820ac7289117f40ff05f84ddfc988a58d2f66162890f379e850ab4796e7c49"}) as unknown as TypedDocumentString<AdminPasswordResetRequestMutation, AdminPasswordResetRequestMutationVariables>;
export const AdminPasswordChangeDocument = new TypedDocumentString(`
    mutation AdminPasswordChange($input: PasswordChangeInput!) {
  passwordChange(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:da5509ff9035dfb253f499c6686cf28b86e67a1aaf07643da01b5b35eb9c6db8"}) as unknown as TypedDocumentString<AdminPasswordChangeMutation, AdminPasswordChangeMutationVariables>;
export const AdminEmailChangeDocument = new TypedDocumentString(`
    mutation AdminEmailChange($input: EmailChangeInput!) {
  emailChange(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:13370fc9d0a90408b6571362811e21084f76a13a6870a0b3f8a5eda00a0e12f1"}) as unknown as TypedDocumentString<AdminEmailChangeMutation, AdminEmailChangeMutationVariables>;
export const AdminSessionRevokeDocument = new TypedDocumentString(`
    mutation AdminSessionRevoke($input: SessionRevokeInput!) {
  sessionRevoke(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:feba9661fc4a1a5ba60cad0684e47277f2f14886de9a6a482774fbe03b1fa0de"}) as unknown as TypedDocumentString<AdminSessionRevokeMutation, AdminSessionRevokeMutationVariables>;
export const AdminSessionRevokeOthersDocument = new TypedDocumentString(`
    mutation AdminSessionRevokeOthers {
  sessionRevokeOthers {
    endedCount
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:f459b99297c135319daa4f6f05c0a28926e332dbdba50d147f6f9110bb326377"}) as unknown as TypedDocumentString<AdminSessionRevokeOthersMutation, AdminSessionRevokeOthersMutationVariables>;
export const AdminTrustedDevicesDocument = new TypedDocumentString(`
    query AdminTrustedDevices {
  viewer {
    trustedDevices {
      id
      agent
      place
      createdAt
      lastUsedAt
      expiresAt
    }
  }
}
    `, {"hash":"sha256:aedec73ef88e09d2801ade94cb5c63120a62ed3d0351d88633f4054e004fca07"}) as unknown as TypedDocumentString<AdminTrustedDevicesQuery, AdminTrustedDevicesQueryVariables>;
export const AdminTrustedDeviceRevokeDocument = new TypedDocumentString(`
    mutation AdminTrustedDeviceRevoke($input: TrustedDeviceRevokeInput!) {
  trustedDeviceRevoke(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:253b086cdeec7a8c2b08ef5aad72e162d61d5314f24b435dc294755755c859f7"}) as unknown as TypedDocumentString<AdminTrustedDeviceRevokeMutation, AdminTrustedDeviceRevokeMutationVariables>;
export const AdminMemberLeaveDocument = new TypedDocumentString(`
    mutation AdminMemberLeave($input: MemberLeaveInput!) {
  memberLeave(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:0748b537ce1a8c6d241fddee4adb8b285bc1a9aad9331988f4773e5dd7f52add"}) as unknown as TypedDocumentString<AdminMemberLeaveMutation, AdminMemberLeaveMutationVariables>;
export const OperatorSellersDocument = new TypedDocumentString(`
    query OperatorSellers($filter: SellerFilter, $sort: SellerSort! = NEWEST_FIRST, $first: Int, $after: String, $last: Int, $before: String) {
  sellers(
    filter: $filter
    sort: $sort
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...SellerRow
      business {
        plan {
          id
          name
        }
        payouts {
          accountStatus
          dueCount
          dueBy
          blockedBy
          nextAt
        }
        openBalances {
          ...MoneyParts
        }
      }
    }
    totalCount
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SellerRow on Seller {
  id
  name
  slug
  country
  currencyCode
  isPlatform
  business {
    status
    reason
    reasonCode
    appliedAt
    decidedAt
    approvalUntil
  }
}`, {"hash":"sha256:669909251f5c24cfbb79011bda6098e200b68b19ebdcedd7ff35861a6b462afc"}) as unknown as TypedDocumentString<OperatorSellersQuery, OperatorSellersQueryVariables>;
export const AdminSellerNameDocument = new TypedDocumentString(`
    query AdminSellerName($id: ID!) {
  seller(id: $id) {
    id
    name
  }
}
    `, {"hash":"sha256:dccae5b5247ebdd1e135ad2fcea2c9db6892877852708c992b0238ca1842ea45"}) as unknown as TypedDocumentString<AdminSellerNameQuery, AdminSellerNameQueryVariables>;
export const AdminSellerChoicesDocument = new TypedDocumentString(`
    query AdminSellerChoices($search: String) {
  sellers(filter: {search: $search}, first: 20) {
    nodes {
      id
      name
      country
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `, {"hash":"sha256:a56749fcf2483efea2fd7f3238e55b031890e83d42f200c20002fca1ef0f2d81"}) as unknown as TypedDocumentString<AdminSellerChoicesQuery, AdminSellerChoicesQueryVariables>;
export const OperatorSellerDocument = new TypedDocumentString(`
    query OperatorSeller($id: ID!) {
  seller(id: $id) {
    ...SellerRow
    business {
      decidedBy {
        id
        name
        email
      }
      members {
        id
        role
        joinedAt
        account {
          id
          name
          email
        }
      }
    }
  }
}
    fragment SellerRow on Seller {
  id
  name
  slug
  country
  currencyCode
  isPlatform
  business {
    status
    reason
    reasonCode
    appliedAt
    decidedAt
    approvalUntil
  }
}`, {"hash":"sha256:ac7e07135c02797766654ec6713cb5ff4018e03ea58aaf6273ec48658c481cec"}) as unknown as TypedDocumentString<OperatorSellerQuery, OperatorSellerQueryVariables>;
export const SellerApproveDocument = new TypedDocumentString(`
    mutation SellerApprove($input: SellerApproveInput!) {
  sellerApprove(input: $input) {
    seller {
      ...SellerRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerRow on Seller {
  id
  name
  slug
  country
  currencyCode
  isPlatform
  business {
    status
    reason
    reasonCode
    appliedAt
    decidedAt
    approvalUntil
  }
}`, {"hash":"sha256:c3ad3e996727bc70a384cf631201b7646da07dd3c0578ab51d80dd42f29e1564"}) as unknown as TypedDocumentString<SellerApproveMutation, SellerApproveMutationVariables>;
export const SellerApprovalWithdrawDocument = new TypedDocumentString(`
    mutation SellerApprovalWithdraw($input: SellerApprovalWithdrawInput!) {
  sellerApprovalWithdraw(input: $input) {
    seller {
      ...SellerRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerRow on Seller {
  id
  name
  slug
  country
  currencyCode
  isPlatform
  business {
    status
    reason
    reasonCode
    appliedAt
    decidedAt
    approvalUntil
  }
}`, {"hash":"sha256:b530c82ae61544eefc775bf46f94ac6f4921da5ed705f86b26fceda1615c5fb5"}) as unknown as TypedDocumentString<SellerApprovalWithdrawMutation, SellerApprovalWithdrawMutationVariables>;
export const SellerApprovalMailDocument = new TypedDocumentString(`
    query SellerApprovalMail($sellerId: ID!, $note: String) {
  sellerApprovalMail(sellerId: $sellerId, note: $note) {
    subject
    paragraphs
  }
}
    `, {"hash":"sha256:0f6c5a82059f55677d0d7ddd7981c9891151c6312da2455fd7f6e927891cc202"}) as unknown as TypedDocumentString<SellerApprovalMailQuery, SellerApprovalMailQueryVariables>;
export const SellersToReviewDocument = new TypedDocumentString(`
    query SellersToReview {
  sellers(filter: {status: APPLIED}, last: 2) {
    nodes {
      id
      name
    }
  }
}
    `, {"hash":"sha256:30b9bfadfcbacc8f234bdc1a67398121465f74dcdcd5d0ea583f30cfa238c0f3"}) as unknown as TypedDocumentString<SellersToReviewQuery, SellersToReviewQueryVariables>;
export const SellerRejectDocument = new TypedDocumentString(`
    mutation SellerReject($input: SellerRejectInput!) {
  sellerReject(input: $input) {
    seller {
      ...SellerRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerRow on Seller {
  id
  name
  slug
  country
  currencyCode
  isPlatform
  business {
    status
    reason
    reasonCode
    appliedAt
    decidedAt
    approvalUntil
  }
}`, {"hash":"sha256:bb6120382966aeb70537bf3d76846fed271c7923f10cec734b57ec8dc2384965"}) as unknown as TypedDocumentString<SellerRejectMutation, SellerRejectMutationVariables>;
export const SellerSuspendDocument = new TypedDocumentString(`
    mutation SellerSuspend($input: SellerSuspendInput!) {
  sellerSuspend(input: $input) {
    seller {
      ...SellerRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerRow on Seller {
  id
  name
  slug
  country
  currencyCode
  isPlatform
  business {
    status
    reason
    reasonCode
    appliedAt
    decidedAt
    approvalUntil
  }
}`, {"hash":"sha256:3880f38c65884eb0b6fe5ccb0ebeb1fcb4fbe182fefca9518b3e796cdb33b958"}) as unknown as TypedDocumentString<SellerSuspendMutation, SellerSuspendMutationVariables>;
export const SellerReinstateDocument = new TypedDocumentString(`
    mutation SellerReinstate($input: SellerReinstateInput!) {
  sellerReinstate(input: $input) {
    seller {
      ...SellerRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerRow on Seller {
  id
  name
  slug
  country
  currencyCode
  isPlatform
  business {
    status
    reason
    reasonCode
    appliedAt
    decidedAt
    approvalUntil
  }
}`, {"hash":"sha256:401dc16088697bee1097151203ee27d957a86b8bd3402d5a42543d277581a465"}) as unknown as TypedDocumentString<SellerReinstateMutation, SellerReinstateMutationVariables>;
export const AdminSellerTermsDocument = new TypedDocumentString(`
    query AdminSellerTerms {
  terms(kind: SELLER_TERMS) {
    ...TermsParts
  }
}
    fragment TermsParts on TermsVersion {
  id
  kind
  number
  title
  text
  link
  textHash
  inForceFrom
  publishedAt
  withdrawnAt
}`, {"hash":"sha256:0075dc4d2a2b576c7e00e1b95e6e65a525adc9a56e5f0cc7285699f88323dc82"}) as unknown as TypedDocumentString<AdminSellerTermsQuery, AdminSellerTermsQueryVariables>;
export const AdminSellerApplyDocument = new TypedDocumentString(`
    mutation AdminSellerApply($input: SellerApplyInput!) {
  sellerApply(input: $input) {
    seller {
      id
      slug
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:8a86987cc594057f42fb5f13727c6ab7bbe2324c990f9932923dd114911f0130"}) as unknown as TypedDocumentString<AdminSellerApplyMutation, AdminSellerApplyMutationVariables>;
export const AdminSellerCloseProposeDocument = new TypedDocumentString(`
    mutation AdminSellerClosePropose($input: SellerCloseProposeInput!) {
  sellerClosePropose(input: $input) {
    proposal {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:bb4911fd3ac5fcb41f6a67bb35337fca0a540e6cd00aae492dd5ff0b5c1cfba3"}) as unknown as TypedDocumentString<AdminSellerCloseProposeMutation, AdminSellerCloseProposeMutationVariables>;
export const AdminOwnershipAssignDocument = new TypedDocumentString(`
    mutation AdminOwnershipAssign($input: OwnershipAssignInput!) {
  ownershipAssign(input: $input) {
    proposal {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:2081449622f0e57d5d1519381e5e317392dbb7ada3584bb203edc68b770d41a0"}) as unknown as TypedDocumentString<AdminOwnershipAssignMutation, AdminOwnershipAssignMutationVariables>;
export const AdminViewerDocument = new TypedDocumentString(`
    query AdminViewer {
  viewer {
    account {
      id
      email
      name
      isGuest
    }
    preferences {
      ...PreferenceParts
    }
    hats {
      ...HatParts
    }
  }
}
    fragment PreferenceParts on Preferences {
  language
  timeZone
  theme
  hasShortcuts
}
fragment HatParts on Hat {
  kind
  actAs
  memberRole
  operatorRole
  permissions
  keyScopes
  seller {
    id
    name
    slug
  }
}`, {"hash":"sha256:60b5e0e3b7852c322140d9bf163537dc81369e855e2f117b23d1f660134bb7d1"}) as unknown as TypedDocumentString<AdminViewerQuery, AdminViewerQueryVariables>;
export const AdminSignInDocument = new TypedDocumentString(`
    mutation AdminSignIn($input: SignInInput!) {
  signIn(input: $input) {
    session {
      token
      state
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:1d2b995442ee765d8e891dc51ba9a40f9de87d3961e87f4a29e0a52a438c1ae9"}) as unknown as TypedDocumentString<AdminSignInMutation, AdminSignInMutationVariables>;
export const AdminFactorVerifyDocument = new TypedDocumentString(`
    mutation AdminFactorVerify($input: FactorVerifyInput!) {
  factorVerify(input: $input) {
    session {
      token
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:d4a09dbfbc7eb60ddecbcf5b61b6d1dfc6053230c4f21cb80fdf43b2fb3bce40"}) as unknown as TypedDocumentString<AdminFactorVerifyMutation, AdminFactorVerifyMutationVariables>;
export const AdminStepUpDocument = new TypedDocumentString(`
    mutation AdminStepUp($input: StepUpInput!) {
  stepUp(input: $input) {
    session {
      token
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:6614c4a6d99202554ba321cfd4764726d511b3555a4866caed7edd92b6be7cf8"}) as unknown as TypedDocumentString<AdminStepUpMutation, AdminStepUpMutationVariables>;
export const AdminSignOutDocument = new TypedDocumentString(`
    mutation AdminSignOut {
  signOut {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:0f8ce0a9c52b34ec30e1738e552f19b7166a36819dacd94b61e067e7b513630f"}) as unknown as TypedDocumentString<AdminSignOutMutation, AdminSignOutMutationVariables>;
export const AdminStatementsDocument = new TypedDocumentString(`
    query AdminStatements($sellerId: ID, $currencyCode: CurrencyCode, $first: Int, $after: String, $last: Int, $before: String) {
  sellerStatements(
    sellerId: $sellerId
    currencyCode: $currencyCode
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...StatementRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment StatementRow on SellerStatement {
  id
  number
  month
  currencyCode
  seller {
    id
    name
  }
  opening {
    ...MoneyParts
  }
  closing {
    ...MoneyParts
  }
  providerClosing {
    ...MoneyParts
  }
  closedAt
}`, {"hash":"sha256:c54d4587eb331058dc2ab89c9a7cbaecb7cf6949b150ae6d0b1280c3ca6dce13"}) as unknown as TypedDocumentString<AdminStatementsQuery, AdminStatementsQueryVariables>;
export const AdminInvoicesDocument = new TypedDocumentString(`
    query AdminInvoices($sellerId: ID, $currencyCode: CurrencyCode, $first: Int, $after: String, $last: Int, $before: String) {
  commissionInvoices(
    sellerId: $sellerId
    currencyCode: $currencyCode
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...InvoiceRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment InvoiceRow on CommissionDocument {
  id
  number
  kind
  statementId
  month
  issuedAt
  seller {
    id
    name
  }
  net {
    ...MoneyParts
  }
  vat {
    ...MoneyParts
  }
  gross {
    ...MoneyParts
  }
}`, {"hash":"sha256:a1234b65a0de714bd81e470304d3a0baa0690e626d8d2e20b6c2d762b40d33f7"}) as unknown as TypedDocumentString<AdminInvoicesQuery, AdminInvoicesQueryVariables>;
export const AdminStatementDocument = new TypedDocumentString(`
    query AdminStatement($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  sellerStatement(id: $id) {
    id
    number
    closedAt
    seller {
      id
      name
    }
    ...StatementSums
    documents {
      ...InvoiceRow
      issuer {
        name
        taxId
        address
        country
      }
      recipient {
        name
        taxId
        address
        country
      }
      vatGroups {
        basisPoints
        net {
          ...MoneyParts
        }
        vat {
          ...MoneyParts
        }
      }
    }
    lines(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...StatementLineParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment StatementSums on SellerStatement {
  month
  currencyCode
  opening {
    ...MoneyParts
  }
  closing {
    ...MoneyParts
  }
  providerOpening {
    ...MoneyParts
  }
  providerClosing {
    ...MoneyParts
  }
  totals {
    kind
    book
    lines
    amount {
      ...MoneyParts
    }
  }
  parts {
    kind
    book
    opening {
      ...MoneyParts
    }
    cameIn {
      ...MoneyParts
    }
    wentOut {
      ...MoneyParts
    }
    closing {
      ...MoneyParts
    }
  }
}
fragment StatementLineParts on StatementLine {
  seq
  kind
  book
  orderId
  sellerOrder {
    id
    number
  }
  postedAt
  amount {
    ...MoneyParts
  }
  journal {
    id
    kind
  }
}
fragment InvoiceRow on CommissionDocument {
  id
  number
  kind
  statementId
  month
  issuedAt
  seller {
    id
    name
  }
  net {
    ...MoneyParts
  }
  vat {
    ...MoneyParts
  }
  gross {
    ...MoneyParts
  }
}`, {"hash":"sha256:e47500c098ba4e10c4782e15d92c6a7db70b95f46d72bfd19b5cc2c18470f300"}) as unknown as TypedDocumentString<AdminStatementQuery, AdminStatementQueryVariables>;
export const AdminStatementOpenDocument = new TypedDocumentString(`
    query AdminStatementOpen($sellerId: ID, $currencyCode: CurrencyCode!) {
  sellerStatementOpen(sellerId: $sellerId, currencyCode: $currencyCode) {
    ...StatementSums
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment StatementSums on SellerStatement {
  month
  currencyCode
  opening {
    ...MoneyParts
  }
  closing {
    ...MoneyParts
  }
  providerOpening {
    ...MoneyParts
  }
  providerClosing {
    ...MoneyParts
  }
  totals {
    kind
    book
    lines
    amount {
      ...MoneyParts
    }
  }
  parts {
    kind
    book
    opening {
      ...MoneyParts
    }
    cameIn {
      ...MoneyParts
    }
    wentOut {
      ...MoneyParts
    }
    closing {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:805697062162f3d4b7949fa23a3d9fb1f5b58b3e006640ecdea0dc0d8d1604d7"}) as unknown as TypedDocumentString<AdminStatementOpenQuery, AdminStatementOpenQueryVariables>;
export const AdminFileDocument = new TypedDocumentString(`
    query AdminFile($id: ID!) {
  export(id: $id) {
    ...ExportRow
  }
}
    fragment ExportRow on Export {
  id
  kind
  status
  done
  total
  byteSize
  filename
  path
  createdAt
  readyAt
  expiresAt
}`, {"hash":"sha256:c600ea22eae438e052cf5daf8be625e0f836d3da69c6337df08d2632054f369e"}) as unknown as TypedDocumentString<AdminFileQuery, AdminFileQueryVariables>;
export const AdminStatementExportCreateDocument = new TypedDocumentString(`
    mutation AdminStatementExportCreate($input: SellerStatementExportCreateInput!) {
  sellerStatementExportCreate(input: $input) {
    export {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:f8f6b5e79b9dc8a00a1c1c95417f3dc2a5d709f0ecd2ab1cb3973c01403524fe"}) as unknown as TypedDocumentString<AdminStatementExportCreateMutation, AdminStatementExportCreateMutationVariables>;
export const AdminCommissionInvoiceExportDocument = new TypedDocumentString(`
    mutation AdminCommissionInvoiceExport($input: CommissionInvoiceExportCreateInput!) {
  commissionInvoiceExportCreate(input: $input) {
    export {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:a20ab32d05fe32f117e9ca635e9b241b3d087064760b2769ef45708359617e46"}) as unknown as TypedDocumentString<AdminCommissionInvoiceExportMutation, AdminCommissionInvoiceExportMutationVariables>;
export const AdminSystemDocument = new TypedDocumentString(`
    query AdminSystem {
  systemStatus {
    version
    database
    startedAt
    isHealthy
    jobs {
      waiting
      running
      delayed
      parked
      oldestWaitingSeconds
    }
    webhooks {
      waiting
      parked
      oldestReceivedAt
    }
  }
}
    `, {"hash":"sha256:d307f5ca369f3fbfe6ebf33576c5906d717000812147d8df0f88dfd8dd226f31"}) as unknown as TypedDocumentString<AdminSystemQuery, AdminSystemQueryVariables>;
export const AdminParkedJobsDocument = new TypedDocumentString(`
    query AdminParkedJobs {
  parkedJobs {
    id
    kind
    content
    attempts
    lastError
    createdAt
    parkedAt
  }
}
    `, {"hash":"sha256:19532c7432eb569c8668dc50f715504a32ae6f8f5f9fc53f610aff76c81818ec"}) as unknown as TypedDocumentString<AdminParkedJobsQuery, AdminParkedJobsQueryVariables>;
export const AdminPlatformSettingsDocument = new TypedDocumentString(`
    query AdminPlatformSettings {
  platformSettings {
    url
    apiUrl
    webhookUrl
    currencies
    mode
    isFactorRequired
    isSellerFactorRequired
    isTwoPersonsRequired
    webhooks {
      waiting
      parked
      lastReceivedAt
    }
    settings {
      name
      group
      description
      default
      kind
      value
      number
      amounts {
        ...MoneyParts
      }
      isSecret
      isOverridden
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:0cb12807295ba406966eafb4d43b2999473de74b2803d9b64df38702e785cfa6"}) as unknown as TypedDocumentString<AdminPlatformSettingsQuery, AdminPlatformSettingsQueryVariables>;
export const AdminParkedJobRetryDocument = new TypedDocumentString(`
    mutation AdminParkedJobRetry($input: ParkedJobRetryInput!) {
  parkedJobRetry(input: $input) {
    jobId
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:d5fc444148dd4cfe71b42ebbae1ccea4e7d36407d66b3a3fe1ab53a22e57d2df"}) as unknown as TypedDocumentString<AdminParkedJobRetryMutation, AdminParkedJobRetryMutationVariables>;
export const AdminMembersDocument = new TypedDocumentString(`
    query AdminMembers($filter: SellerMemberFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sellerMembers(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...TeamMember
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment TeamMember on SellerMember {
  id
  role
  customRole {
    id
    name
  }
  isEnabled
  joinedAt
  lastSignInAt
  account {
    ...PersonParts
  }
}`, {"hash":"sha256:65d89d8df144f36a7fb7917a4ef1f556202dac07832244811aeacb81ff2cb063"}) as unknown as TypedDocumentString<AdminMembersQuery, AdminMembersQueryVariables>;
export const AdminInvitationsDocument = new TypedDocumentString(`
    query AdminInvitations($filter: SellerInvitationFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sellerInvitations(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...InvitationRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment InvitationRow on SellerInvitation {
  id
  email
  role
  customRole {
    id
    name
  }
  invitedBy {
    ...PersonParts
  }
  createdAt
  expiresAt
  endedAt
  outcome
}`, {"hash":"sha256:30d9b962a7c1436a02851d055554315b8612212b87d67c78c13b8babe4e679a6"}) as unknown as TypedDocumentString<AdminInvitationsQuery, AdminInvitationsQueryVariables>;
export const AdminRolesDocument = new TypedDocumentString(`
    query AdminRoles($filter: SellerRoleFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sellerRoles(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...RoleRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment RoleRow on SellerRole {
  id
  name
  description
  permissions
  refundLimit {
    ...MoneyParts
  }
  version
  memberCount
  updatedAt
}`, {"hash":"sha256:f0d675121fe7c2e4f9078d63686ae2bc57833a5b06eedf0957bcdaecdfc9501b"}) as unknown as TypedDocumentString<AdminRolesQuery, AdminRolesQueryVariables>;
export const AdminOwnershipOfferDocument = new TypedDocumentString(`
    query AdminOwnershipOffer($sellerId: ID!) {
  seller(id: $sellerId) {
    id
    currencyCode
    business {
      ownershipOffer {
        ...OfferParts
      }
    }
  }
}
    fragment PersonParts on Account {
  id
  name
  email
}
fragment OfferParts on OwnershipOffer {
  id
  seller {
    id
    name
  }
  to {
    ...PersonParts
  }
  formerRole
  createdAt
  expiresAt
  outcome
}`, {"hash":"sha256:5bcfc33331b33a2ca1251238382f4af72450ee208e3d8dfe834b64c1817f8731"}) as unknown as TypedDocumentString<AdminOwnershipOfferQuery, AdminOwnershipOfferQueryVariables>;
export const AdminOwnOffersDocument = new TypedDocumentString(`
    query AdminOwnOffers {
  viewer {
    ownershipOffers {
      ...OfferParts
    }
  }
}
    fragment PersonParts on Account {
  id
  name
  email
}
fragment OfferParts on OwnershipOffer {
  id
  seller {
    id
    name
  }
  to {
    ...PersonParts
  }
  formerRole
  createdAt
  expiresAt
  outcome
}`, {"hash":"sha256:03dbd62ed7eab9e56be91d584fef4e913d335949d12b5c6e03522adf5bc57919"}) as unknown as TypedDocumentString<AdminOwnOffersQuery, AdminOwnOffersQueryVariables>;
export const AdminMemberInviteDocument = new TypedDocumentString(`
    mutation AdminMemberInvite($input: MemberInviteInput!) {
  memberInvite(input: $input) {
    invitation {
      ...InvitationRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment InvitationRow on SellerInvitation {
  id
  email
  role
  customRole {
    id
    name
  }
  invitedBy {
    ...PersonParts
  }
  createdAt
  expiresAt
  endedAt
  outcome
}`, {"hash":"sha256:c81fee3cdd1ea121feb5d01b0fbb1efdd642435f4af52b9ec2a8b05f82138cf0"}) as unknown as TypedDocumentString<AdminMemberInviteMutation, AdminMemberInviteMutationVariables>;
export const AdminInvitationResendDocument = new TypedDocumentString(`
    mutation AdminInvitationResend($input: MemberInvitationResendInput!) {
  memberInvitationResend(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:629ee6be9f7e9e83f8353c2abf734c20767f9e775d11c7a8a5eeb15c9e133129"}) as unknown as TypedDocumentString<AdminInvitationResendMutation, AdminInvitationResendMutationVariables>;
export const AdminInvitationRevokeDocument = new TypedDocumentString(`
    mutation AdminInvitationRevoke($input: MemberInvitationRevokeInput!) {
  memberInvitationRevoke(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:53ca3c37462aadbcdf894da2e493e9c46c91bfbb4ad0359eb45eb5dc68b2728d"}) as unknown as TypedDocumentString<AdminInvitationRevokeMutation, AdminInvitationRevokeMutationVariables>;
export const AdminMemberRoleSetDocument = new TypedDocumentString(`
    mutation AdminMemberRoleSet($input: MemberRoleSetInput!) {
  memberRoleSet(input: $input) {
    member {
      ...TeamMember
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment TeamMember on SellerMember {
  id
  role
  customRole {
    id
    name
  }
  isEnabled
  joinedAt
  lastSignInAt
  account {
    ...PersonParts
  }
}`, {"hash":"sha256:7a7671767b27e54c15502ed2d2feb0892bdfeb1c4a249105fa27bfbe3103719d"}) as unknown as TypedDocumentString<AdminMemberRoleSetMutation, AdminMemberRoleSetMutationVariables>;
export const AdminMemberRemoveDocument = new TypedDocumentString(`
    mutation AdminMemberRemove($input: MemberRemoveInput!) {
  memberRemove(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:48a8faed6859c4db183943648e7f35582989f769f400e1882005faa102527da0"}) as unknown as TypedDocumentString<AdminMemberRemoveMutation, AdminMemberRemoveMutationVariables>;
export const AdminMemberEnableDocument = new TypedDocumentString(`
    mutation AdminMemberEnable($input: MemberEnableInput!) {
  memberEnable(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:bb19c1b39a42bc35da33c087fb9d4d76172aaf746e710c59757b472282a91aab"}) as unknown as TypedDocumentString<AdminMemberEnableMutation, AdminMemberEnableMutationVariables>;
export const AdminRoleCreateDocument = new TypedDocumentString(`
    mutation AdminRoleCreate($input: SellerRoleCreateInput!) {
  sellerRoleCreate(input: $input) {
    role {
      ...RoleRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment RoleRow on SellerRole {
  id
  name
  description
  permissions
  refundLimit {
    ...MoneyParts
  }
  version
  memberCount
  updatedAt
}`, {"hash":"sha256:2cbe714308b0bc45ef91145b49713f415430678f85054c10e6a5178b71cb5442"}) as unknown as TypedDocumentString<AdminRoleCreateMutation, AdminRoleCreateMutationVariables>;
export const AdminRoleUpdateDocument = new TypedDocumentString(`
    mutation AdminRoleUpdate($input: SellerRoleUpdateInput!) {
  sellerRoleUpdate(input: $input) {
    role {
      ...RoleRow
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment RoleRow on SellerRole {
  id
  name
  description
  permissions
  refundLimit {
    ...MoneyParts
  }
  version
  memberCount
  updatedAt
}`, {"hash":"sha256:c302f4451d489964c40e0d5f1c3abb4242a6a210d3e41c928dfc1d3f4e2728c5"}) as unknown as TypedDocumentString<AdminRoleUpdateMutation, AdminRoleUpdateMutationVariables>;
export const AdminRoleDeleteDocument = new TypedDocumentString(`
    mutation AdminRoleDelete($input: SellerRoleDeleteInput!) {
  sellerRoleDelete(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:0934249e84d08a5fa78be240b3e8c34014de8ebb62d1c0bee685256c18d0a798"}) as unknown as TypedDocumentString<AdminRoleDeleteMutation, AdminRoleDeleteMutationVariables>;
export const AdminOwnershipTransferDocument = new TypedDocumentString(`
    mutation AdminOwnershipTransfer($input: OwnershipTransferInput!) {
  ownershipTransfer(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:7bc63c80c1f170d41ea8b2094fe6a2534920242958b2850379d7bea7d7b95305"}) as unknown as TypedDocumentString<AdminOwnershipTransferMutation, AdminOwnershipTransferMutationVariables>;
export const AdminOwnershipTransferCancelDocument = new TypedDocumentString(`
    mutation AdminOwnershipTransferCancel($input: OwnershipTransferCancelInput!) {
  ownershipTransferCancel(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:61e9ffc157bd0f2c966e4fc462af831b8f05fcc00a009169991048db9d87c476"}) as unknown as TypedDocumentString<AdminOwnershipTransferCancelMutation, AdminOwnershipTransferCancelMutationVariables>;
export const AdminOwnershipTransferAcceptDocument = new TypedDocumentString(`
    mutation AdminOwnershipTransferAccept($input: OwnershipTransferAcceptInput!) {
  ownershipTransferAccept(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:92476e6fac1ba010fb6e22d0845d80c4f642df712a1b343b1e125dc2988ad3ad"}) as unknown as TypedDocumentString<AdminOwnershipTransferAcceptMutation, AdminOwnershipTransferAcceptMutationVariables>;
export const AdminOwnershipTransferDeclineDocument = new TypedDocumentString(`
    mutation AdminOwnershipTransferDecline($input: OwnershipTransferDeclineInput!) {
  ownershipTransferDecline(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:f7f1f5a7d09c52286eb2706524aee3f56465237c8e269add6dcb3cecbc5743f1"}) as unknown as TypedDocumentString<AdminOwnershipTransferDeclineMutation, AdminOwnershipTransferDeclineMutationVariables>;
export const AdminTermsVersionsDocument = new TypedDocumentString(`
    query AdminTermsVersions($filter: TermsVersionFilter, $first: Int, $after: String, $last: Int, $before: String) {
  termsVersions(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...TermsParts
    }
    pageInfo {
      ...PageParts
    }
  }
  buyer: terms(kind: BUYER_TERMS) {
    id
  }
  seller: terms(kind: SELLER_TERMS) {
    id
  }
  privacy: terms(kind: PRIVACY_NOTICE) {
    id
  }
  marketing: terms(kind: MARKETING) {
    id
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TermsParts on TermsVersion {
  id
  kind
  number
  title
  text
  link
  textHash
  inForceFrom
  publishedAt
  withdrawnAt
}`, {"hash":"sha256:7d4cec01f5b645e4c9f9b8a2e3589e0cc21272f2eedc8f86fc36eafe0f8ace88"}) as unknown as TypedDocumentString<AdminTermsVersionsQuery, AdminTermsVersionsQueryVariables>;
export const AdminPendingTermsDocument = new TypedDocumentString(`
    query AdminPendingTerms {
  viewer {
    pendingTerms {
      ...TermsParts
    }
  }
}
    fragment TermsParts on TermsVersion {
  id
  kind
  number
  title
  text
  link
  textHash
  inForceFrom
  publishedAt
  withdrawnAt
}`, {"hash":"sha256:4945c6796b280080d6a81f40789138820890171e044024dba2aa0c188eaf951b"}) as unknown as TypedDocumentString<AdminPendingTermsQuery, AdminPendingTermsQueryVariables>;
export const AdminTermsPublishDocument = new TypedDocumentString(`
    mutation AdminTermsPublish($input: TermsPublishInput!) {
  termsPublish(input: $input) {
    version {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:89945cb352fe534d5b8f65696b96f922c76ac01f8dd29692e10d19378b681784"}) as unknown as TypedDocumentString<AdminTermsPublishMutation, AdminTermsPublishMutationVariables>;
export const AdminTermsWithdrawDocument = new TypedDocumentString(`
    mutation AdminTermsWithdraw($input: TermsWithdrawInput!) {
  termsWithdraw(input: $input) {
    version {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:878d827df55819aaea0820df12c7cc1055b8a649e231cd3a8c8d09ccf76a138e"}) as unknown as TypedDocumentString<AdminTermsWithdrawMutation, AdminTermsWithdrawMutationVariables>;
export const AdminTermsAcceptDocument = new TypedDocumentString(`
    mutation AdminTermsAccept($input: TermsAcceptInput!) {
  termsAccept(input: $input) {
    consents {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:6e604913112de9c6eb067e25e9c010a05d9ffb1ced6e4710b733229c82a8c51c"}) as unknown as TypedDocumentString<AdminTermsAcceptMutation, AdminTermsAcceptMutationVariables>;
export const AdminViewAsDocument = new TypedDocumentString(`
    query AdminViewAs {
  viewer {
    viewAs {
      ...ViewAsParts
    }
    hat {
      ...HatParts
    }
  }
}
    fragment HatParts on Hat {
  kind
  actAs
  memberRole
  operatorRole
  permissions
  keyScopes
  seller {
    id
    name
    slug
  }
}
fragment ViewAsParts on ViewAs {
  id
  reason
  endsAt
  isReadOnly
  seller {
    id
    name
    slug
  }
}`, {"hash":"sha256:0eceefab2b3f867beeebaa13e754b79ac9d011b69dac79c63b1b80e488b2b2e1"}) as unknown as TypedDocumentString<AdminViewAsQuery, AdminViewAsQueryVariables>;
export const AdminViewAsStartDocument = new TypedDocumentString(`
    mutation AdminViewAsStart($input: ViewAsStartInput!) {
  viewAsStart(input: $input) {
    viewAs {
      ...ViewAsParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment ViewAsParts on ViewAs {
  id
  reason
  endsAt
  isReadOnly
  seller {
    id
    name
    slug
  }
}`, {"hash":"sha256:1b0290510631a7af58447a186b67f8309ad1c43089b874d58bcf1c50756d610d"}) as unknown as TypedDocumentString<AdminViewAsStartMutation, AdminViewAsStartMutationVariables>;
export const AdminViewAsEndDocument = new TypedDocumentString(`
    mutation AdminViewAsEnd($input: ViewAsEndInput!) {
  viewAsEnd(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:aa07d696caf97fbc14033fa29a96e4adc5377f13f285183af47e4457f5d6c23a"}) as unknown as TypedDocumentString<AdminViewAsEndMutation, AdminViewAsEndMutationVariables>;
export const AdminViewAsWriteDocument = new TypedDocumentString(`
    mutation AdminViewAsWrite($input: ViewAsWriteInput!) {
  viewAsWrite(input: $input) {
    viewAs {
      id
      isReadOnly
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e09829f684f3548794cbd71ce55d4b276ce28567c9118fdc4e5b3d37a0b33ecf"}) as unknown as TypedDocumentString<AdminViewAsWriteMutation, AdminViewAsWriteMutationVariables>;
export const AdminWaitingDocument = new TypedDocumentString(`
    query AdminWaiting($sellers: Boolean! = true, $disputes: Boolean! = true, $refunds: Boolean! = true, $proposals: Boolean! = true, $warnings: Boolean! = true) {
  sellers(filter: {status: APPLIED}, first: 1) @include(if: $sellers) {
    totalCount
  }
  disputes(status: OPEN, first: 20) @include(if: $disputes) {
    edges {
      node {
        id
        status
        answerStatus
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  failed: refunds(status: FAILED, first: 1) @include(if: $refunds) {
    totalCount
  }
  byBank: refunds(status: AWAITING_BANK, first: 1) @include(if: $refunds) {
    totalCount
  }
  proposals(filter: {isDecidable: true}, first: 20) @include(if: $proposals) {
    edges {
      node {
        id
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  fraudWarnings(standing: OPEN, first: 20) @include(if: $warnings) {
    edges {
      node {
        id
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `, {"hash":"sha256:3fd96e45b09a624cc5edd2cd473ad1a6fb79a7f9f17a3c4fe73a631ffc6ceaa5"}) as unknown as TypedDocumentString<AdminWaitingQuery, AdminWaitingQueryVariables>;
export const SellerWaitingDocument = new TypedDocumentString(`
    query SellerWaiting($orders: Boolean! = true, $disputes: Boolean! = true) {
  sellerOrders(filter: {isToShip: true}, first: 1) @include(if: $orders) {
    totalCount
  }
  disputes(status: OPEN, first: 20) @include(if: $disputes) {
    edges {
      node {
        id
        status
        answerStatus
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `, {"hash":"sha256:3630f5bd08539c1818ca7eead6fc857e4b862efab31facc5505be5bbb76a74ba"}) as unknown as TypedDocumentString<SellerWaitingQuery, SellerWaitingQueryVariables>;
export const AdminWebhooksDocument = new TypedDocumentString(`
    query AdminWebhooks($filter: WebhookEndpointFilter, $first: Int, $after: String, $last: Int, $before: String) {
  webhookEndpoints(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...WebhookRow
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment WebhookRow on WebhookEndpoint {
  id
  url
  description
  events
  payloadVersion
  status
  disabledReason
  disabledAt
  firstFailedAt
  version
  createdAt
  updatedAt
  madeBy {
    ...PersonParts
  }
  secrets {
    id
    lastFour
    createdAt
    endsAt
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
}`, {"hash":"sha256:a296b6023e08e359b668ba028586ec8f337e7093659456078b7837ba8e67e24a"}) as unknown as TypedDocumentString<AdminWebhooksQuery, AdminWebhooksQueryVariables>;
export const AdminWebhookEventsDocument = new TypedDocumentString(`
    query AdminWebhookEvents {
  webhookEvents
}
    `, {"hash":"sha256:93177f7677dc69ae204e1aed6d059d569df334b0f806a280eba6ce1931396e14"}) as unknown as TypedDocumentString<AdminWebhookEventsQuery, AdminWebhookEventsQueryVariables>;
export const AdminWebhookDocument = new TypedDocumentString(`
    query AdminWebhook($id: ID!) {
  webhookEndpoint(id: $id) {
    ...WebhookRow
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment PersonParts on Account {
  id
  name
  email
}
fragment WebhookRow on WebhookEndpoint {
  id
  url
  description
  events
  payloadVersion
  status
  disabledReason
  disabledAt
  firstFailedAt
  version
  createdAt
  updatedAt
  madeBy {
    ...PersonParts
  }
  secrets {
    id
    lastFour
    createdAt
    endsAt
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
}`, {"hash":"sha256:8257120e50fad5b953a63114a399d5bd9f685c499bdea70946ca10448c28cbb6"}) as unknown as TypedDocumentString<AdminWebhookQuery, AdminWebhookQueryVariables>;
export const AdminWebhookDeliveriesDocument = new TypedDocumentString(`
    query AdminWebhookDeliveries($endpointId: ID!, $filter: WebhookDeliveryFilter, $first: Int, $after: String, $last: Int, $before: String) {
  webhookDeliveries(
    endpointId: $endpointId
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      event
      objectId
      status
      nextAttemptAt
      occurredAt
      createdAt
      endedAt
      attempts {
        number
        outcome
        statusCode
        durationMs
        problem
        startedAt
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:911c93802b00c0da942ab01703493f55b06ac2290978cf40ae9a6d2ca6cf3150"}) as unknown as TypedDocumentString<AdminWebhookDeliveriesQuery, AdminWebhookDeliveriesQueryVariables>;
export const AdminWebhookDeliveryDocument = new TypedDocumentString(`
    query AdminWebhookDelivery($id: ID!) {
  webhookDelivery(id: $id) {
    id
    endpointId
    event
    eventId
    objectId
    payload
    status
    nextAttemptAt
    occurredAt
    createdAt
    endedAt
    endpoint {
      id
      url
      status
    }
    attempts {
      number
      outcome
      statusCode
      durationMs
      answer
      problem
      startedAt
    }
  }
}
    `, {"hash":"sha256:b35127840431f5b1d3ab850cfcd0e1741638e8418602150d211065a969d659a4"}) as unknown as TypedDocumentString<AdminWebhookDeliveryQuery, AdminWebhookDeliveryQueryVariables>;
export const AdminWebhookCreateDocument = new TypedDocumentString(`
    mutation AdminWebhookCreate($input: WebhookEndpointCreateInput!) {
  webhookEndpointCreate(input: $input) {
    secret
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:48346a8c9478fda8ff637a4deba50010f6cc73f68c70f8337b165a4a120abe52"}) as unknown as TypedDocumentString<AdminWebhookCreateMutation, AdminWebhookCreateMutationVariables>;
export const AdminWebhookUpdateDocument = new TypedDocumentString(`
    mutation AdminWebhookUpdate($input: WebhookEndpointUpdateInput!) {
  webhookEndpointUpdate(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:2ab2bf797865d5947d47bfb6d85750ab9eb73a6e2d51fb6cc234895f7b5125d3"}) as unknown as TypedDocumentString<AdminWebhookUpdateMutation, AdminWebhookUpdateMutationVariables>;
export const AdminWebhookDeleteDocument = new TypedDocumentString(`
    mutation AdminWebhookDelete($input: WebhookEndpointDeleteInput!) {
  webhookEndpointDelete(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:2ea5bb1b90514078262d7ebc4a69b24d4d37aab83544e90bd95d9b5ded1873ac"}) as unknown as TypedDocumentString<AdminWebhookDeleteMutation, AdminWebhookDeleteMutationVariables>;
export const AdminWebhookSecretRotateDocument = new TypedDocumentString(`
    mutation AdminWebhookSecretRotate($input: WebhookEndpointSecretRotateInput!) {
  webhookEndpointSecretRotate(input: $input) {
    secret
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:3ed6607c9cca1c1e14e3a67335039fba4c73e14d79a9649f80569bdfa7697c7c"}) as unknown as TypedDocumentString<AdminWebhookSecretRotateMutation, AdminWebhookSecretRotateMutationVariables>;
export const AdminWebhookTestDocument = new TypedDocumentString(`
    mutation AdminWebhookTest($input: WebhookEndpointTestInput!) {
  webhookEndpointTest(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ba4237569222acc1f7d9b8fbc90343ca09fc5e34719115df7a3feec2319e6d85"}) as unknown as TypedDocumentString<AdminWebhookTestMutation, AdminWebhookTestMutationVariables>;
export const AdminWebhookRetryDocument = new TypedDocumentString(`
    mutation AdminWebhookRetry($input: WebhookDeliveryRetryInput!) {
  webhookDeliveryRetry(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:61d053427047453a28dbc8d170770dc1fbadccd19ab5e5ce2cb99ad0c5010104"}) as unknown as TypedDocumentString<AdminWebhookRetryMutation, AdminWebhookRetryMutationVariables>;
export const AdminWebhookRetryFailedDocument = new TypedDocumentString(`
    mutation AdminWebhookRetryFailed($input: WebhookDeliveriesRetryInput!) {
  webhookDeliveriesRetry(input: $input) {
    count
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:af43e4de2ec722d28267fce34bf0c3acdb4be146952e0060d32b6b906fea4d81"}) as unknown as TypedDocumentString<AdminWebhookRetryFailedMutation, AdminWebhookRetryFailedMutationVariables>;
export const BuyerViewerDocument = new TypedDocumentString(`
    query BuyerViewer {
  viewer {
    sessionState
    isFactorMissing
    account {
      id
      name
      email
      isGuest
      isEmailVerified
      createdAt
    }
    hats {
      kind
      actAs
      seller {
        id
        name
      }
    }
    pendingTerms {
      id
      kind
      number
      title
      link
    }
  }
}
    `, {"hash":"sha256:d997e61f3f8302eb9890edf2b605470de85093ae383dbbe6463b2084a2884fde"}) as unknown as TypedDocumentString<BuyerViewerQuery, BuyerViewerQueryVariables>;
export const BuyerGuestStartDocument = new TypedDocumentString(`
    mutation BuyerGuestStart {
  guestSessionCreate {
    session {
      ...BuyerSessionParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment BuyerSessionParts on Session {
  id
  token
  state
  account {
    id
    name
    email
    isGuest
    isEmailVerified
  }
}`, {"hash":"sha256:906933cbd89f5a756134324ddbf245929918bd0a6f5773de281e90564a631254"}) as unknown as TypedDocumentString<BuyerGuestStartMutation, BuyerGuestStartMutationVariables>;
export const BuyerRegisterDocument = new TypedDocumentString(`
    mutation BuyerRegister($input: AccountRegisterInput!) {
  accountRegister(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:a209629ddea1110fdfadb57873b1e191f1f94eb800da8cdafd346558b617b755"}) as unknown as TypedDocumentString<BuyerRegisterMutation, BuyerRegisterMutationVariables>;
export const BuyerEmailVerifyDocument = new TypedDocumentString(`
    mutation BuyerEmailVerify($input: EmailVerifyInput!) {
  emailVerify(input: $input) {
    session {
      ...BuyerSessionParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment BuyerSessionParts on Session {
  id
  token
  state
  account {
    id
    name
    email
    isGuest
    isEmailVerified
  }
}`, {"hash":"sha256:7ec23f167a31d640f03ea10e999d9479c778d91266d4e6180236fe9c12cabaf5"}) as unknown as TypedDocumentString<BuyerEmailVerifyMutation, BuyerEmailVerifyMutationVariables>;
export const BuyerEmailVerificationSendDocument = new TypedDocumentString(`
    mutation BuyerEmailVerificationSend($input: EmailVerificationSendInput!) {
  emailVerificationSend(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:3f99b043d59f55f49678c679de1d46d83083f148c3e77894e0854b00aaa3c7a9"}) as unknown as TypedDocumentString<BuyerEmailVerificationSendMutation, BuyerEmailVerificationSendMutationVariables>;
export const BuyerSignInDocument = new TypedDocumentString(`
    mutation BuyerSignIn($input: SignInInput!) {
  signIn(input: $input) {
    session {
      ...BuyerSessionParts
    }
    deviceToken
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment BuyerSessionParts on Session {
  id
  token
  state
  account {
    id
    name
    email
    isGuest
    isEmailVerified
  }
}`, {"hash":"sha256:64cd8ec951b1f7abe2039c2f893735898c87c90c810f09646e90a74a3d554665"}) as unknown as TypedDocumentString<BuyerSignInMutation, BuyerSignInMutationVariables>;
export const BuyerPasswordResetDocument = new TypedDocumentString(`
    mutation BuyerPasswordReset($input: PasswordResetInput!) {
  passwordReset(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:95597f806b68afdc5cd6674c8ef75fb0b03f56a11db0afad802232cb7d584460"}) as unknown as TypedDocumentString<BuyerPasswordResetMutation, BuyerPasswordResetMutationVariables>;
export const BuyerEmailChangeConfirmDocument = new TypedDocumentString(`
    mutation BuyerEmailChangeConfirm($input: EmailChangeConfirmInput!) {
  emailChangeConfirm(input: $input) {
    isChanged
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:9a085dd904c1acb0d420de4087c7c7545e1ed2f67b24073d17d51593fd7261ca"}) as unknown as TypedDocumentString<BuyerEmailChangeConfirmMutation, BuyerEmailChangeConfirmMutationVariables>;
export const BuyerDevicesDocument = new TypedDocumentString(`
    query BuyerDevices($first: Int, $after: String) {
  viewer {
    account {
      id
    }
    sessions(first: $first, after: $after) {
      nodes {
        id
        agent
        place
        createdAt
        lastSeenAt
        isCurrent
      }
      pageInfo {
        ...PageParts
      }
    }
    trustedDevices {
      id
      agent
      place
      lastUsedAt
      expiresAt
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:d6de462b139d605c0d329d48b95f4c42955b7bf1a8839ee664cd5bc910e92cc9"}) as unknown as TypedDocumentString<BuyerDevicesQuery, BuyerDevicesQueryVariables>;
export const BuyerTrustedDeviceRevokeDocument = new TypedDocumentString(`
    mutation BuyerTrustedDeviceRevoke($input: TrustedDeviceRevokeInput!) {
  trustedDeviceRevoke(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:935f5f7d85269f544f99f89128da35fa14318404c0df6cd1a536cfcb8e98bb13"}) as unknown as TypedDocumentString<BuyerTrustedDeviceRevokeMutation, BuyerTrustedDeviceRevokeMutationVariables>;
export const BuyerTrustedDevicesRevokeDocument = new TypedDocumentString(`
    mutation BuyerTrustedDevicesRevoke {
  trustedDevicesRevoke {
    revokedCount
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:fe325bdd6538ea2059d9117133d21a417403174e82f1790edb4af2d4e70bd1e7"}) as unknown as TypedDocumentString<BuyerTrustedDevicesRevokeMutation, BuyerTrustedDevicesRevokeMutationVariables>;
export const BuyerFactorThawDocument = new TypedDocumentString(`
    mutation BuyerFactorThaw($input: FactorThawInput!) {
  factorThaw(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b310545cc00097a51f320097accdc14ad96e343ffa5da9064e9b33479bbaca96"}) as unknown as TypedDocumentString<BuyerFactorThawMutation, BuyerFactorThawMutationVariables>;
export const BuyerFactorResetConfirmDocument = new TypedDocumentString(`
    mutation BuyerFactorResetConfirm($input: FactorResetConfirmInput!) {
  factorResetConfirm(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:1ec161f6764c06506a8df300805f2155146674955f8bbc6262bb588dd63019c3"}) as unknown as TypedDocumentString<BuyerFactorResetConfirmMutation, BuyerFactorResetConfirmMutationVariables>;
export const BuyerFactorResetObjectDocument = new TypedDocumentString(`
    mutation BuyerFactorResetObject($input: FactorResetObjectInput!) {
  factorResetObject(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:9559f19aab0f128697a0cbdeab5f13c3e13927b86090253e73334ef8e267b7d5"}) as unknown as TypedDocumentString<BuyerFactorResetObjectMutation, BuyerFactorResetObjectMutationVariables>;
export const BuyerCartDocument = new TypedDocumentString(`
    query BuyerCart($id: ID!) {
  cart(id: $id) {
    ...BuyerCartParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment BuyerCartParts on Cart {
  id
  status
  currencyCode
  itemCount
  updatedAt
  quote {
    isOrderable
    total {
      ...MoneyParts
    }
    serviceFee {
      ...MoneyParts
    }
    groups {
      seller {
        id
        name
        slug
      }
      subtotal {
        ...MoneyParts
      }
      lines {
        id
        title
        variantTitle
        imageUrl
        quantity
        problem
        offer {
          id
          quantityMax
          isInStock
        }
        unitPrice {
          ...MoneyParts
        }
        total {
          ...MoneyParts
        }
      }
    }
  }
}`, {"hash":"sha256:802b471be3820cc437b47e41bd186c1b9d408737fb844c7219325d1267b7e5f2"}) as unknown as TypedDocumentString<BuyerCartQuery, BuyerCartQueryVariables>;
export const BuyerCartCreateDocument = new TypedDocumentString(`
    mutation BuyerCartCreate($input: CartCreateInput!) {
  cartCreate(input: $input) {
    cart {
      ...BuyerCartParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment BuyerCartParts on Cart {
  id
  status
  currencyCode
  itemCount
  updatedAt
  quote {
    isOrderable
    total {
      ...MoneyParts
    }
    serviceFee {
      ...MoneyParts
    }
    groups {
      seller {
        id
        name
        slug
      }
      subtotal {
        ...MoneyParts
      }
      lines {
        id
        title
        variantTitle
        imageUrl
        quantity
        problem
        offer {
          id
          quantityMax
          isInStock
        }
        unitPrice {
          ...MoneyParts
        }
        total {
          ...MoneyParts
        }
      }
    }
  }
}`, {"hash":"sha256:4fe0289aa0d3947986c547aa5daee8c3a92b504b510061289431f0a88df2528e"}) as unknown as TypedDocumentString<BuyerCartCreateMutation, BuyerCartCreateMutationVariables>;
export const BuyerCartLineAddDocument = new TypedDocumentString(`
    mutation BuyerCartLineAdd($input: CartLineAddInput!) {
  cartLineAdd(input: $input) {
    cart {
      ...BuyerCartParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment BuyerCartParts on Cart {
  id
  status
  currencyCode
  itemCount
  updatedAt
  quote {
    isOrderable
    total {
      ...MoneyParts
    }
    serviceFee {
      ...MoneyParts
    }
    groups {
      seller {
        id
        name
        slug
      }
      subtotal {
        ...MoneyParts
      }
      lines {
        id
        title
        variantTitle
        imageUrl
        quantity
        problem
        offer {
          id
          quantityMax
          isInStock
        }
        unitPrice {
          ...MoneyParts
        }
        total {
          ...MoneyParts
        }
      }
    }
  }
}`, {"hash":"sha256:5105071d304bd7470b486faebf223a8b3472cdb62e66532e66ec9204f4db4a56"}) as unknown as TypedDocumentString<BuyerCartLineAddMutation, BuyerCartLineAddMutationVariables>;
export const BuyerCartLineUpdateDocument = new TypedDocumentString(`
    mutation BuyerCartLineUpdate($input: CartLineUpdateInput!) {
  cartLineUpdate(input: $input) {
    cart {
      ...BuyerCartParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment BuyerCartParts on Cart {
  id
  status
  currencyCode
  itemCount
  updatedAt
  quote {
    isOrderable
    total {
      ...MoneyParts
    }
    serviceFee {
      ...MoneyParts
    }
    groups {
      seller {
        id
        name
        slug
      }
      subtotal {
        ...MoneyParts
      }
      lines {
        id
        title
        variantTitle
        imageUrl
        quantity
        problem
        offer {
          id
          quantityMax
          isInStock
        }
        unitPrice {
          ...MoneyParts
        }
        total {
          ...MoneyParts
        }
      }
    }
  }
}`, {"hash":"sha256:e97549ef46798381ee91c394cf2bfd31e6fab99d58f407374262076f55f5d951"}) as unknown as TypedDocumentString<BuyerCartLineUpdateMutation, BuyerCartLineUpdateMutationVariables>;
export const BuyerCartLineRemoveDocument = new TypedDocumentString(`
    mutation BuyerCartLineRemove($input: CartLineRemoveInput!) {
  cartLineRemove(input: $input) {
    cart {
      ...BuyerCartParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment BuyerCartParts on Cart {
  id
  status
  currencyCode
  itemCount
  updatedAt
  quote {
    isOrderable
    total {
      ...MoneyParts
    }
    serviceFee {
      ...MoneyParts
    }
    groups {
      seller {
        id
        name
        slug
      }
      subtotal {
        ...MoneyParts
      }
      lines {
        id
        title
        variantTitle
        imageUrl
        quantity
        problem
        offer {
          id
          quantityMax
          isInStock
        }
        unitPrice {
          ...MoneyParts
        }
        total {
          ...MoneyParts
        }
      }
    }
  }
}`, {"hash":"sha256:e5a41a99f0347a09a198bea84447db3c1f90a664d96ef71e6378eb58bd4e5221"}) as unknown as TypedDocumentString<BuyerCartLineRemoveMutation, BuyerCartLineRemoveMutationVariables>;
export const BuyerCheckoutCompleteDocument = new TypedDocumentString(`
    mutation BuyerCheckoutComplete($input: CheckoutCompleteInput!) {
  checkoutComplete(input: $input) {
    order {
      id
      number
      status
      expiresAt
      total {
        ...MoneyParts
      }
      payment {
        id
        status
        clientSecret
        publishableKey
        amount {
          ...MoneyParts
        }
      }
      sellerOrders {
        id
        number
        seller {
          id
          name
        }
        total {
          ...MoneyParts
        }
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:eec924e983583490b206f010ad3711f9fcf3b3756fdaeb7edd3598ba04bafd91"}) as unknown as TypedDocumentString<BuyerCheckoutCompleteMutation, BuyerCheckoutCompleteMutationVariables>;
export const BuyerCatalogueDocument = new TypedDocumentString(`
    query BuyerCatalogue($filter: ListingFilter, $sort: ListingSort, $first: Int, $after: String, $last: Int, $before: String) {
  products(
    filter: $filter
    sort: $sort
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...BuyerListingParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment BuyerListingParts on Listing {
  id
  title
  slug
  brand
  productType
  sellerName
  offerCount
  isInStock
  priceMin {
    ...MoneyParts
  }
  priceMax {
    ...MoneyParts
  }
  thumbnail {
    url
    alt
  }
  bestOffer {
    id
    isInStock
    price {
      ...MoneyParts
    }
  }
  product {
    id
  }
}`, {"hash":"sha256:092f35560d67a969d0d415caec8c7077f268d4bd9956429ec8efbd654cd51fb9"}) as unknown as TypedDocumentString<BuyerCatalogueQuery, BuyerCatalogueQueryVariables>;
export const BuyerSearchDocument = new TypedDocumentString(`
    query BuyerSearch($filter: ListingFilter!, $sort: ListingSort, $first: Int, $after: String) {
  productSearch(filter: $filter, sort: $sort) {
    results(first: $first, after: $after) {
      nodes {
        ...BuyerListingParts
      }
      pageInfo {
        ...PageParts
      }
    }
    facets {
      count
      isExact
      sellers {
        value
        label
        count
      }
      productTypes {
        value
        label
        count
      }
      priceBands {
        min {
          ...MoneyParts
        }
        max {
          ...MoneyParts
        }
        count
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment BuyerListingParts on Listing {
  id
  title
  slug
  brand
  productType
  sellerName
  offerCount
  isInStock
  priceMin {
    ...MoneyParts
  }
  priceMax {
    ...MoneyParts
  }
  thumbnail {
    url
    alt
  }
  bestOffer {
    id
    isInStock
    price {
      ...MoneyParts
    }
  }
  product {
    id
  }
}`, {"hash":"sha256:b156fe03a8fa3e688eae57e4273f7700263c85bf6582e2d0c537fd1a26fa2f14"}) as unknown as TypedDocumentString<BuyerSearchQuery, BuyerSearchQueryVariables>;
export const BuyerProductDocument = new TypedDocumentString(`
    query BuyerProduct($slug: String!) {
  productBySlug(slug: $slug) {
    ...BuyerProductParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment BuyerOfferParts on Offer {
  id
  condition
  isInStock
  quantityMax
  leadTimeDays
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  seller {
    id
    name
    slug
  }
}
fragment BuyerProductParts on Product {
  id
  title
  slug
  descriptionHtml
  brand
  productType
  tags
  optionNames
  publishedAt
  images {
    url
    mediumUrl
    smallUrl
    alt
    position
  }
  variantCount
  options {
    name
    values
    valueCount
  }
  variantsConnection {
    nodes {
      ...BuyerVariantParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
fragment BuyerVariantParts on Variant {
  id
  title
  optionValues
  imageUrl
  offers {
    ...BuyerOfferParts
  }
}`, {"hash":"sha256:1913bc424671a0ac8af4ae314068bb7db7b8a3f3ffd3f38037829ed6622d9ab4"}) as unknown as TypedDocumentString<BuyerProductQuery, BuyerProductQueryVariables>;
export const BuyerProductVariantsDocument = new TypedDocumentString(`
    query BuyerProductVariants($id: ID!, $filter: VariantFilter, $size: Int = 20, $after: String) {
  product(id: $id) {
    id
    variantsConnection(filter: $filter, first: $size, after: $after) {
      nodes {
        ...BuyerVariantParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment BuyerOfferParts on Offer {
  id
  condition
  isInStock
  quantityMax
  leadTimeDays
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  seller {
    id
    name
    slug
  }
}
fragment BuyerVariantParts on Variant {
  id
  title
  optionValues
  imageUrl
  offers {
    ...BuyerOfferParts
  }
}`, {"hash":"sha256:7770326ad7ab806988cea3cafe64d1636cb5882b2b0e352a653452a0960b8d59"}) as unknown as TypedDocumentString<BuyerProductVariantsQuery, BuyerProductVariantsQueryVariables>;
export const BuyerProductByIdDocument = new TypedDocumentString(`
    query BuyerProductById($id: ID!) {
  product(id: $id) {
    ...BuyerProductParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment BuyerOfferParts on Offer {
  id
  condition
  isInStock
  quantityMax
  leadTimeDays
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  seller {
    id
    name
    slug
  }
}
fragment BuyerProductParts on Product {
  id
  title
  slug
  descriptionHtml
  brand
  productType
  tags
  optionNames
  publishedAt
  images {
    url
    mediumUrl
    smallUrl
    alt
    position
  }
  variantCount
  options {
    name
    values
    valueCount
  }
  variantsConnection {
    nodes {
      ...BuyerVariantParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
fragment BuyerVariantParts on Variant {
  id
  title
  optionValues
  imageUrl
  offers {
    ...BuyerOfferParts
  }
}`, {"hash":"sha256:bc87ad3b12e7883107cc9a6ad068ec580004bdfa434da309a5bc2e6b70e07295"}) as unknown as TypedDocumentString<BuyerProductByIdQuery, BuyerProductByIdQueryVariables>;
export const BuyerSellerPageDocument = new TypedDocumentString(`
    query BuyerSellerPage($slug: String!) {
  sellerBySlug(slug: $slug) {
    id
    name
    slug
    country
    description
    supportEmail
    isPlatform
  }
}
    `, {"hash":"sha256:c0aa90d1894b989d45c8d66d3631b5663cb434760b2679d94d93cd44532d3161"}) as unknown as TypedDocumentString<BuyerSellerPageQuery, BuyerSellerPageQueryVariables>;
export const BuyerNodeDocument = new TypedDocumentString(`
    query BuyerNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Product {
      title
      slug
    }
    ... on Seller {
      name
      slug
    }
    ... on Order {
      number
      orderStatus: status
    }
    ... on Cart {
      cartStatus: status
      itemCount
    }
  }
}
    `, {"hash":"sha256:da2d74e6bf5b09c6d28c08ba9a29f730e773c1cebd105823b400735ed84905b3"}) as unknown as TypedDocumentString<BuyerNodeQuery, BuyerNodeQueryVariables>;
export const BuyerRememberedDocument = new TypedDocumentString(`
    query BuyerRemembered($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on Product {
      title
      slug
      images {
        url
        alt
      }
      listing {
        id
        priceMin {
          ...MoneyParts
        }
        isInStock
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:65eb0c8536cb27411dc99f3b5d9876c8aaf79d62ef419419d8f6c72906a80c14"}) as unknown as TypedDocumentString<BuyerRememberedQuery, BuyerRememberedQueryVariables>;
export const BuyerNotificationsDocument = new TypedDocumentString(`
    query BuyerNotifications($filter: NotificationFilter, $first: Int, $after: String) {
  notificationUnreadCount
  notifications(filter: $filter, first: $first, after: $after) {
    nodes {
      ...BuyerNotificationParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment BuyerNotificationParts on Notification {
  id
  kind
  title
  subjectId
  createdAt
  isRead
  readAt
}`, {"hash":"sha256:8cf85d14f7a7e765508bcf264205efa3059ea4328f807e83e7c19a2bd5a58883"}) as unknown as TypedDocumentString<BuyerNotificationsQuery, BuyerNotificationsQueryVariables>;
export const BuyerNotificationMarkReadDocument = new TypedDocumentString(`
    mutation BuyerNotificationMarkRead($input: NotificationMarkReadInput!) {
  notificationMarkRead(input: $input) {
    unreadCount
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:f4e337f29bb0c338c71fdc32ae2ca76cae78f1839b0b1b885da102dd4e927cde"}) as unknown as TypedDocumentString<BuyerNotificationMarkReadMutation, BuyerNotificationMarkReadMutationVariables>;
export const BuyerNotificationMarkAllReadDocument = new TypedDocumentString(`
    mutation BuyerNotificationMarkAllRead {
  notificationMarkAllRead {
    unreadCount
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:de9c2c91f6efa556cc66b06af26b3e0c88f0673a1ab22771a82861d8d4540563"}) as unknown as TypedDocumentString<BuyerNotificationMarkAllReadMutation, BuyerNotificationMarkAllReadMutationVariables>;
export const BuyerNotificationPreferencesDocument = new TypedDocumentString(`
    query BuyerNotificationPreferences {
  notificationPreferences {
    ...BuyerNotificationPreferenceParts
  }
}
    fragment BuyerNotificationPreferenceParts on NotificationPreference {
  kind
  inApp
  byMail
  canMailBeOff
}`, {"hash":"sha256:eacdb19f8d44738f88c3e21fa8d260d6c9bb69748d796f3d2f3746143ffbca6e"}) as unknown as TypedDocumentString<BuyerNotificationPreferencesQuery, BuyerNotificationPreferencesQueryVariables>;
export const BuyerNotificationPreferenceSetDocument = new TypedDocumentString(`
    mutation BuyerNotificationPreferenceSet($input: NotificationPreferenceSetInput!) {
  notificationPreferenceSet(input: $input) {
    preference {
      ...BuyerNotificationPreferenceParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment BuyerNotificationPreferenceParts on NotificationPreference {
  kind
  inApp
  byMail
  canMailBeOff
}`, {"hash":"sha256:63fcc7f17f6576b5fb3a703d5f3f20ef525cf3d3b7b98ca7df9f926812f47a1b"}) as unknown as TypedDocumentString<BuyerNotificationPreferenceSetMutation, BuyerNotificationPreferenceSetMutationVariables>;
export const BuyerNotificationReceivedDocument = new TypedDocumentString(`
    subscription BuyerNotificationReceived($after: String) {
  notificationReceived(after: $after) {
    eventId
    event
    occurredAt
    notification {
      ...BuyerNotificationParts
    }
  }
}
    fragment BuyerNotificationParts on Notification {
  id
  kind
  title
  subjectId
  createdAt
  isRead
  readAt
}`, {"hash":"sha256:fbee19f697e53f38370ff903c6520dfabd005d9ca1084e564ecad662ac73386d"}) as unknown as TypedDocumentString<BuyerNotificationReceivedSubscription, BuyerNotificationReceivedSubscriptionVariables>;
export const BuyerOrdersDocument = new TypedDocumentString(`
    query BuyerOrders($filter: OrderFilter, $first: Int, $after: String, $last: Int, $before: String) {
  orders(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      number
      status
      placedAt
      paidAt
      total {
        ...MoneyParts
      }
      sellerOrders {
        id
        number
        status
        seller {
          id
          name
        }
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:4e46d59e3e43948bcfcfa1d864ff027daf2c9108879e8df1ede8fdd95397bf2e"}) as unknown as TypedDocumentString<BuyerOrdersQuery, BuyerOrdersQueryVariables>;
export const BuyerOrderDocument = new TypedDocumentString(`
    query BuyerOrder($id: ID!) {
  order(id: $id) {
    id
    number
    status
    email
    placedAt
    expiresAt
    paidAt
    cancelledAt
    cancelReason
    total {
      ...MoneyParts
    }
    subtotal {
      ...MoneyParts
    }
    discount {
      ...MoneyParts
    }
    shipping {
      ...MoneyParts
    }
    tax {
      ...MoneyParts
    }
    serviceFee {
      ...MoneyParts
    }
    shippingAddress {
      ...AddressParts
    }
    payment {
      id
      status
      lastDecline
      processingSince
      processingUntil
      clientSecret
      publishableKey
      amount {
        ...MoneyParts
      }
    }
    sellerOrders {
      id
      number
      status
      shippedAt
      seller {
        id
        name
        slug
      }
      total {
        ...MoneyParts
      }
      shipments {
        id
        carrier
        trackingNumber
        trackingUrl
        createdAt
        lines {
          quantity
          line {
            id
          }
        }
      }
      lines {
        id
        title
        variantTitle
        imageUrl
        quantity
        unitPrice {
          ...MoneyParts
        }
        total {
          ...MoneyParts
        }
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment AddressParts on Address {
  name
  line1
  line2
  postalCode
  city
  region
  country
  phone
  isMasked
}`, {"hash":"sha256:c2815a00f636f34d0f566fa9248e2c60b08e63c424aeba95938a4348082664d1"}) as unknown as TypedDocumentString<BuyerOrderQuery, BuyerOrderQueryVariables>;
export const BuyerRefundsDocument = new TypedDocumentString(`
    query BuyerRefunds($orderId: ID, $first: Int, $after: String) {
  refunds(orderId: $orderId, first: $first, after: $after) {
    nodes {
      id
      orderId
      status
      method
      reason
      createdAt
      settledAt
      amount {
        ...MoneyParts
      }
      parts {
        kind
        lineId
        quantity
        amount {
          ...MoneyParts
        }
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:7b01f3b47ceb346f7e343ec163da3ab9881e8fd962093af022cff6034c4453f1"}) as unknown as TypedDocumentString<BuyerRefundsQuery, BuyerRefundsQueryVariables>;
export const BuyerCreditDocument = new TypedDocumentString(`
    query BuyerCredit {
  buyerCredit {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:977a656bad64380be5043182dca911502b755bee84e1ef1626015a54a7fd1bde"}) as unknown as TypedDocumentString<BuyerCreditQuery, BuyerCreditQueryVariables>;
export const BuyerOrderCancelDocument = new TypedDocumentString(`
    mutation BuyerOrderCancel($input: OrderCancelInput!) {
  orderCancel(input: $input) {
    order {
      id
      status
      cancelledAt
      cancelReason
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e2e686c8bcf70a3cb7b01947e18c8855ab6cb50f917d185bd7eb665b6368614f"}) as unknown as TypedDocumentString<BuyerOrderCancelMutation, BuyerOrderCancelMutationVariables>;
export const BuyerOrderUpdatedDocument = new TypedDocumentString(`
    subscription BuyerOrderUpdated($id: ID!, $after: String) {
  orderUpdated(id: $id, after: $after) {
    eventId
    event
    occurredAt
    order {
      id
      status
      sellerOrders {
        id
        status
      }
      payment {
        id
        status
        lastDecline
        processingSince
        processingUntil
      }
    }
  }
}
    `, {"hash":"sha256:8d865761b96ae3f6f549165e31dafd77f9dd9ae1a27e4948168c663816862325"}) as unknown as TypedDocumentString<BuyerOrderUpdatedSubscription, BuyerOrderUpdatedSubscriptionVariables>;
export const BuyerExportDocument = new TypedDocumentString(`
    query BuyerExport($id: ID!) {
  export(id: $id) {
    id
    kind
    status
    done
    total
    byteSize
    filename
    path
    createdAt
    readyAt
    expiresAt
  }
}
    `, {"hash":"sha256:5474f63452f37277eda122ead1255dc1652f8e3e166d1c8e8e8621e57b31da76"}) as unknown as TypedDocumentString<BuyerExportQuery, BuyerExportQueryVariables>;
export const BuyerExportUpdatedDocument = new TypedDocumentString(`
    subscription BuyerExportUpdated($id: ID!, $after: String) {
  exportUpdated(id: $id, after: $after) {
    eventId
    event
    occurredAt
    export {
      id
      status
      done
      total
      path
    }
  }
}
    `, {"hash":"sha256:9f27f8263746088bd77f16e3ddfef114c59466b7460917934c0d1f7f31d7ce9d"}) as unknown as TypedDocumentString<BuyerExportUpdatedSubscription, BuyerExportUpdatedSubscriptionVariables>;
export const BuyerSellerApplyDocument = new TypedDocumentString(`
    mutation BuyerSellerApply($input: SellerApplyInput!) {
  sellerApply(input: $input) {
    seller {
      id
      name
      slug
      country
      currencyCode
      business {
        status
        appliedAt
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:258667a144f4cf34fc730ab3584dbf4c3af81c025d18ee7a7232f41f017159b2"}) as unknown as TypedDocumentString<BuyerSellerApplyMutation, BuyerSellerApplyMutationVariables>;
export const BuyerSellerInvitationDocument = new TypedDocumentString(`
    query BuyerSellerInvitation($token: InvitationToken!) {
  sellerInvitation(token: $token) {
    sellerName
    roleName
    email
    expiresAt
  }
}
    `, {"hash":"sha256:29bd6dbbe2a140479a7017232a983d52647b600235c5b7c4e1cb57d4693bc7bc"}) as unknown as TypedDocumentString<BuyerSellerInvitationQuery, BuyerSellerInvitationQueryVariables>;
export const BuyerMemberInvitationAcceptDocument = new TypedDocumentString(`
    mutation BuyerMemberInvitationAccept($input: MemberInvitationAcceptInput!) {
  memberInvitationAccept(input: $input) {
    member {
      id
      role
      joinedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:f56eddaa7039e0906654256e6810096b9fe72e2f29cff6a5f6f93beaf594cc7c"}) as unknown as TypedDocumentString<BuyerMemberInvitationAcceptMutation, BuyerMemberInvitationAcceptMutationVariables>;
export const BuyerMemberInvitationDeclineDocument = new TypedDocumentString(`
    mutation BuyerMemberInvitationDecline($input: MemberInvitationDeclineInput!) {
  memberInvitationDecline(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:bc2f1b767b10f08dccbd6de3c438d8ed6b46fecc0e404e4aaf6dae5fb8e1cf23"}) as unknown as TypedDocumentString<BuyerMemberInvitationDeclineMutation, BuyerMemberInvitationDeclineMutationVariables>;
export const BuyerMemberLeaveDocument = new TypedDocumentString(`
    mutation BuyerMemberLeave($input: MemberLeaveInput!) {
  memberLeave(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:7149b5a9b0a5688eb9949ad55e976ee2dcd17d57076f411a27ed210ae76de894"}) as unknown as TypedDocumentString<BuyerMemberLeaveMutation, BuyerMemberLeaveMutationVariables>;
export const BuyerOperatorInvitationDocument = new TypedDocumentString(`
    query BuyerOperatorInvitation($token: OperatorInvitationToken!) {
  operatorInvitation(token: $token) {
    role
    email
    expiresAt
  }
}
    `, {"hash":"sha256:c8bced0ec1a98b49faea4aa09e2d198405c5bd336f722e88abd8246a08d58e91"}) as unknown as TypedDocumentString<BuyerOperatorInvitationQuery, BuyerOperatorInvitationQueryVariables>;
export const BuyerOperatorInvitationAcceptDocument = new TypedDocumentString(`
    mutation BuyerOperatorInvitationAccept($input: OperatorInvitationAcceptInput!) {
  operatorInvitationAccept(input: $input) {
    operator {
      role
      account {
        id
        email
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:79758df0da0575f673b74dc2d733cca1e98ece064fe331b1313bbaf751a0113e"}) as unknown as TypedDocumentString<BuyerOperatorInvitationAcceptMutation, BuyerOperatorInvitationAcceptMutationVariables>;
export const BuyerOperatorInvitationDeclineDocument = new TypedDocumentString(`
    mutation BuyerOperatorInvitationDecline($input: OperatorInvitationDeclineInput!) {
  operatorInvitationDecline(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:fb36139dc1f57e67c78d6bf66b21084528a6cab39197776ab250718fd371d12e"}) as unknown as TypedDocumentString<BuyerOperatorInvitationDeclineMutation, BuyerOperatorInvitationDeclineMutationVariables>;
export const BuyerTermsDocument = new TypedDocumentString(`
    query BuyerTerms($kind: TermsKind!) {
  terms(kind: $kind) {
    id
    kind
    number
    title
    text
    link
    textHash
    inForceFrom
  }
}
    `, {"hash":"sha256:62e0e9be9d20aed70dc018aa7930e7ef409b5c71ff09529b79a870598782e37d"}) as unknown as TypedDocumentString<BuyerTermsQuery, BuyerTermsQueryVariables>;
export const BuyerConsentsDocument = new TypedDocumentString(`
    query BuyerConsents($first: Int, $after: String) {
  viewer {
    account {
      id
    }
    pendingTerms {
      id
      kind
      number
      title
    }
    consents(first: $first, after: $after) {
      nodes {
        id
        isGiven
        answeredAt
        role
        version {
          id
          kind
          number
          title
        }
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:6fd2ab1f9e9a61601bf1c7ab187e3ad8272e969d6fd5efe24e6eb540606f9f76"}) as unknown as TypedDocumentString<BuyerConsentsQuery, BuyerConsentsQueryVariables>;
export const BuyerTermsAcceptDocument = new TypedDocumentString(`
    mutation BuyerTermsAccept($input: TermsAcceptInput!) {
  termsAccept(input: $input) {
    consents {
      id
      isGiven
      answeredAt
      version {
        id
        kind
        number
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:934ab3e384f6064f097acc210c22399cc0f5870b9d3fd241747540cc4a712dbe"}) as unknown as TypedDocumentString<BuyerTermsAcceptMutation, BuyerTermsAcceptMutationVariables>;
export const BuyerConsentWithdrawDocument = new TypedDocumentString(`
    mutation BuyerConsentWithdraw($input: ConsentWithdrawInput!) {
  consentWithdraw(input: $input) {
    consents {
      id
      isGiven
      answeredAt
      version {
        id
        kind
        number
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:5f63bd60db01413f28644f89047efc414c1f07463f1c39d8531d0bef1e053eaf"}) as unknown as TypedDocumentString<BuyerConsentWithdrawMutation, BuyerConsentWithdrawMutationVariables>;
export const OperatorCommissionRulesetsDocument = new TypedDocumentString(`
    query OperatorCommissionRulesets($first: Int, $after: String) {
  commissionRulesets(first: $first, after: $after) {
    nodes {
      ...OperatorRulesetParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment OperatorRulesetParts on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}`, {"hash":"sha256:363b9fe31f842c49e50b9bf0748a36a8b547ef08d184a62ce7d117a4612d527a"}) as unknown as TypedDocumentString<OperatorCommissionRulesetsQuery, OperatorCommissionRulesetsQueryVariables>;
export const OperatorCommissionRulesetDocument = new TypedDocumentString(`
    query OperatorCommissionRuleset($id: ID!) {
  commissionRuleset(id: $id) {
    ...OperatorRulesetParts
    rules {
      ...OperatorRuleParts
    }
    buyerFees {
      currencyCode
      basisPoints
      fixed {
        ...MoneyParts
      }
      floor {
        ...MoneyParts
      }
      cap {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment OperatorRulesetParts on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}
fragment OperatorRuleParts on CommissionRule {
  id
  name
  basisPoints
  vatBasisPoints
  refund
  when {
    sellerIds
    productIds
    productTypes
    brands
    conditions
    currencyCodes
    countries
    priceFrom {
      ...MoneyParts
    }
    priceBelow {
      ...MoneyParts
    }
  }
  tiers {
    by
    days
    isMarginal
    tiers {
      basisPoints
      from {
        ...MoneyParts
      }
    }
  }
  amounts {
    currencyCode
    perUnit {
      ...MoneyParts
    }
    perLine {
      ...MoneyParts
    }
    perOrder {
      ...MoneyParts
    }
    floor {
      ...MoneyParts
    }
    cap {
      ...MoneyParts
    }
  }
  base {
    beforeDiscount
    withTax
    withShipping
  }
}`, {"hash":"sha256:eae47023d8826fd1cd4fe581d57616c8d1bd7b5720899ad77396511b10cf9f60"}) as unknown as TypedDocumentString<OperatorCommissionRulesetQuery, OperatorCommissionRulesetQueryVariables>;
export const OperatorCommissionInForceDocument = new TypedDocumentString(`
    query OperatorCommissionInForce($at: DateTime) {
  commissionRulesetInForce(at: $at) {
    ...OperatorRulesetParts
    rules {
      ...OperatorRuleParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment OperatorRulesetParts on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}
fragment OperatorRuleParts on CommissionRule {
  id
  name
  basisPoints
  vatBasisPoints
  refund
  when {
    sellerIds
    productIds
    productTypes
    brands
    conditions
    currencyCodes
    countries
    priceFrom {
      ...MoneyParts
    }
    priceBelow {
      ...MoneyParts
    }
  }
  tiers {
    by
    days
    isMarginal
    tiers {
      basisPoints
      from {
        ...MoneyParts
      }
    }
  }
  amounts {
    currencyCode
    perUnit {
      ...MoneyParts
    }
    perLine {
      ...MoneyParts
    }
    perOrder {
      ...MoneyParts
    }
    floor {
      ...MoneyParts
    }
    cap {
      ...MoneyParts
    }
  }
  base {
    beforeDiscount
    withTax
    withShipping
  }
}`, {"hash":"sha256:fb21d2f0f35cbf63585fc4f2b1f6f451347cf3926cca591e69ba001e89da3aca"}) as unknown as TypedDocumentString<OperatorCommissionInForceQuery, OperatorCommissionInForceQueryVariables>;
export const OperatorCommissionRulesetSaveDocument = new TypedDocumentString(`
    mutation OperatorCommissionRulesetSave($input: CommissionRulesetSaveInput!) {
  commissionRulesetSave(input: $input) {
    ruleset {
      ...OperatorRulesetParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment OperatorRulesetParts on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}`, {"hash":"sha256:751e2f603ebea1dc74f813b22b374af7e4380691f1f8dfea8f907296a36c5456"}) as unknown as TypedDocumentString<OperatorCommissionRulesetSaveMutation, OperatorCommissionRulesetSaveMutationVariables>;
export const OperatorCommissionRulesetPublishDocument = new TypedDocumentString(`
    mutation OperatorCommissionRulesetPublish($input: CommissionRulesetPublishInput!) {
  commissionRulesetPublish(input: $input) {
    proposal {
      id
      kind
      status
      payloadHash
      expiresAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ba8003355899b50ef2ece75f3babb5a3f1696d45fca471c68cece9fbe187adda"}) as unknown as TypedDocumentString<OperatorCommissionRulesetPublishMutation, OperatorCommissionRulesetPublishMutationVariables>;
export const OperatorCommissionRulesetCancelDocument = new TypedDocumentString(`
    mutation OperatorCommissionRulesetCancel($input: CommissionRulesetCancelInput!) {
  commissionRulesetCancel(input: $input) {
    ruleset {
      ...OperatorRulesetParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment OperatorRulesetParts on CommissionRuleset {
  id
  version
  status
  note
  effectiveFrom
  createdAt
  publishedAt
  cancelledAt
}`, {"hash":"sha256:cdeb4ede9319f4997b539d9fdf25ab8fa41fdd91082e9617752887aa14b4fbb0"}) as unknown as TypedDocumentString<OperatorCommissionRulesetCancelMutation, OperatorCommissionRulesetCancelMutationVariables>;
export const OperatorCommissionSimulateDocument = new TypedDocumentString(`
    mutation OperatorCommissionSimulate($input: CommissionSimulateInput!) {
  commissionSimulate(input: $input) {
    simulation {
      id
      rulesetId
      status
      orderCount
      doneCount
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:075e9ff4ba98cc1e7ce33d4e9436903a7b65c905e4548e1ed09cbfb73a6f2849"}) as unknown as TypedDocumentString<OperatorCommissionSimulateMutation, OperatorCommissionSimulateMutationVariables>;
export const OperatorCommissionSimulationDocument = new TypedDocumentString(`
    query OperatorCommissionSimulation($id: ID!, $first: Int, $after: String) {
  commissionSimulation(id: $id) {
    id
    rulesetId
    status
    paidFrom
    paidBefore
    orderCount
    doneCount
    createdAt
    finishedAt
    totals {
      lineCount
      before {
        ...MoneyParts
      }
      after {
        ...MoneyParts
      }
      difference {
        ...MoneyParts
      }
    }
    sellers(first: $first, after: $after) {
      nodes {
        seller {
          id
          name
        }
        lineCount
        before {
          ...MoneyParts
        }
        after {
          ...MoneyParts
        }
        difference {
          ...MoneyParts
        }
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:f8ba43abea0dd72c4cc584bd13528683f72115bfa2a0497926ac2dc75bc48b77"}) as unknown as TypedDocumentString<OperatorCommissionSimulationQuery, OperatorCommissionSimulationQueryVariables>;
export const OperatorFraudWarningsDocument = new TypedDocumentString(`
    query OperatorFraudWarnings($standing: FraudWarningStanding, $first: Int, $after: String) {
  fraudWarnings(standing: $standing, first: $first, after: $after) {
    nodes {
      ...OperatorFraudWarningParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment OperatorFraudWarningParts on FraudWarning {
  id
  orderId
  orderNumber
  fraudType
  standing
  isActionable
  warnedAt
  note
  setAsideAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:3b6998ca54f68bca5f7383a4ca279510ae22826c52a1590eaeb71d7c6f1ddd90"}) as unknown as TypedDocumentString<OperatorFraudWarningsQuery, OperatorFraudWarningsQueryVariables>;
export const OperatorFraudWarningDocument = new TypedDocumentString(`
    query OperatorFraudWarning($id: ID!) {
  fraudWarning(id: $id) {
    ...OperatorFraudWarningParts
    availableActions {
      action
      isAllowed
      reason {
        ...UserErrorParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment OperatorFraudWarningParts on FraudWarning {
  id
  orderId
  orderNumber
  fraudType
  standing
  isActionable
  warnedAt
  note
  setAsideAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:cfbb0349283185740633932844f82c5d9700b30c8f2e0d9af617cf52f04631b3"}) as unknown as TypedDocumentString<OperatorFraudWarningQuery, OperatorFraudWarningQueryVariables>;
export const OperatorFraudWarningRefundDocument = new TypedDocumentString(`
    mutation OperatorFraudWarningRefund($input: FraudWarningRefundInput!) {
  fraudWarningRefund(input: $input) {
    warning {
      ...OperatorFraudWarningParts
    }
    refund {
      id
      status
      amount {
        ...MoneyParts
      }
    }
    proposal {
      id
      status
      payloadHash
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment OperatorFraudWarningParts on FraudWarning {
  id
  orderId
  orderNumber
  fraudType
  standing
  isActionable
  warnedAt
  note
  setAsideAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:5b517ff9dddbe35c91fd9de5be68cc1c08343a31a37cbe4aa12d088f4860560c"}) as unknown as TypedDocumentString<OperatorFraudWarningRefundMutation, OperatorFraudWarningRefundMutationVariables>;
export const OperatorFraudWarningSetAsideDocument = new TypedDocumentString(`
    mutation OperatorFraudWarningSetAside($input: FraudWarningSetAsideInput!) {
  fraudWarningSetAside(input: $input) {
    warning {
      ...OperatorFraudWarningParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment OperatorFraudWarningParts on FraudWarning {
  id
  orderId
  orderNumber
  fraudType
  standing
  isActionable
  warnedAt
  note
  setAsideAt
  amount {
    ...MoneyParts
  }
}`, {"hash":"sha256:39299dd0128595866d0f7eb02d3a2c8e3eede0adf2d5e04a067fe27c6d97653b"}) as unknown as TypedDocumentString<OperatorFraudWarningSetAsideMutation, OperatorFraudWarningSetAsideMutationVariables>;
export const OperatorDebtsDocument = new TypedDocumentString(`
    query OperatorDebts($sellerId: ID, $status: SellerDebtStatus, $first: Int, $after: String) {
  sellerDebts(sellerId: $sellerId, status: $status, first: $first, after: $after) {
    nodes {
      id
      cause
      status
      age
      createdAt
      nextAttemptAt
      seller {
        id
        name
      }
      amount {
        ...MoneyParts
      }
      collected {
        ...MoneyParts
      }
      writtenOff {
        ...MoneyParts
      }
      open {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:2f74fc311ae97a24909b091f02e3c0b4118b0d61297b5e0f2662b3e8755fb9c9"}) as unknown as TypedDocumentString<OperatorDebtsQuery, OperatorDebtsQueryVariables>;
export const OperatorSellerExposureDocument = new TypedDocumentString(`
    query OperatorSellerExposure($sellerId: ID!) {
  sellerExposure(sellerId: $sellerId) {
    currencyCode
    moved {
      ...MoneyParts
    }
    debt {
      ...MoneyParts
    }
    cover {
      ...MoneyParts
    }
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:a82e82a5bf6596bc9924daf90a2658b20175ecec0fb81f31bd61d20d01367045"}) as unknown as TypedDocumentString<OperatorSellerExposureQuery, OperatorSellerExposureQueryVariables>;
export const OperatorAccountBalancesDocument = new TypedDocumentString(`
    query OperatorAccountBalances($account: String!, $sellerId: ID, $asOf: DateTime) {
  ledgerAccountBalances(account: $account, sellerId: $sellerId, asOf: $asOf) {
    account
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:786ce29089fae231c4766eb7a262db182e589242872a6a077a4738f29de666f2"}) as unknown as TypedDocumentString<OperatorAccountBalancesQuery, OperatorAccountBalancesQueryVariables>;
export const OperatorBuyerCreditDocument = new TypedDocumentString(`
    query OperatorBuyerCredit($buyerId: ID) {
  buyerCredit(buyerId: $buyerId) {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:e359c61fa017571e009daba9129c085ab622dd7896afc1b365ac6e6f657fe37e"}) as unknown as TypedDocumentString<OperatorBuyerCreditQuery, OperatorBuyerCreditQueryVariables>;
export const OperatorManualPayoutsDocument = new TypedDocumentString(`
    query OperatorManualPayouts($sellerId: ID) {
  manualPayouts(sellerId: $sellerId) {
    id
    reference
    createdAt
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:bd890adf2d21bcc91750b83a4c5f46095827b0c316c49ee6aa9b913c47560aa1"}) as unknown as TypedDocumentString<OperatorManualPayoutsQuery, OperatorManualPayoutsQueryVariables>;
export const OperatorDebtDebitDocument = new TypedDocumentString(`
    mutation OperatorDebtDebit($input: SellerDebtDebitInput!) {
  sellerDebtDebit(input: $input) {
    debt {
      id
      status
      open {
        ...MoneyParts
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:1e77554c982c0a7f4cdd496b895e5c14ffead4e211249d93243c35b325351bf0"}) as unknown as TypedDocumentString<OperatorDebtDebitMutation, OperatorDebtDebitMutationVariables>;
export const OperatorDebtWriteOffDocument = new TypedDocumentString(`
    mutation OperatorDebtWriteOff($input: SellerDebtWriteOffInput!) {
  sellerDebtWriteOff(input: $input) {
    proposal {
      id
      status
      payloadHash
    }
    debt {
      id
      status
      open {
        ...MoneyParts
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e07f82ef307d3e79fa47b040c08850f27aac277cbbe83b37df46946cf0a5439a"}) as unknown as TypedDocumentString<OperatorDebtWriteOffMutation, OperatorDebtWriteOffMutationVariables>;
export const OperatorPayoutPolicySetDocument = new TypedDocumentString(`
    mutation OperatorPayoutPolicySet($input: SellerPayoutPolicySetInput!) {
  sellerPayoutPolicySet(input: $input) {
    policy {
      id
      holdFrom
      holdDays
      reserveBasisPoints
      reserveDays
      reason
      effectiveAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:78eaebe2b91d60dce60b7f3f6c5424fecce5b40c2ff675a2f104ed0d39ca10c4"}) as unknown as TypedDocumentString<OperatorPayoutPolicySetMutation, OperatorPayoutPolicySetMutationVariables>;
export const OperatorPayoutRecordDocument = new TypedDocumentString(`
    mutation OperatorPayoutRecord($input: SellerPayoutRecordInput!) {
  sellerPayoutRecord(input: $input) {
    proposal {
      id
      status
      payloadHash
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:7df58957e6c7d31169a109062fcce53a0d9c9cba96477b710af6e9cb79b04a18"}) as unknown as TypedDocumentString<OperatorPayoutRecordMutation, OperatorPayoutRecordMutationVariables>;
export const OperatorRefundCancelDocument = new TypedDocumentString(`
    mutation OperatorRefundCancel($input: RefundCancelInput!) {
  refundCancel(input: $input) {
    refund {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b5a922ec0ba932860a9253b6412556a8ba86f994a30dd7457b06b94275279b59"}) as unknown as TypedDocumentString<OperatorRefundCancelMutation, OperatorRefundCancelMutationVariables>;
export const OperatorRefundPayOtherwiseDocument = new TypedDocumentString(`
    mutation OperatorRefundPayOtherwise($input: RefundPayOtherwiseInput!) {
  refundPayOtherwise(input: $input) {
    refund {
      id
      status
      method
      reference
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:45b15540aa02313eaf719114ea89e57ea9933868758b3fd679366b0c5b0ce5cb"}) as unknown as TypedDocumentString<OperatorRefundPayOtherwiseMutation, OperatorRefundPayOtherwiseMutationVariables>;
export const OperatorBuyerCreditPayOutDocument = new TypedDocumentString(`
    mutation OperatorBuyerCreditPayOut($input: BuyerCreditPayOutInput!) {
  buyerCreditPayOut(input: $input) {
    credit {
      ...MoneyParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:1107c360b8539009091bcb62e89e60d3a3bc1819bfea2a1f0409d6f9ec4ea251"}) as unknown as TypedDocumentString<OperatorBuyerCreditPayOutMutation, OperatorBuyerCreditPayOutMutationVariables>;
export const OperatorLedgerExportDocument = new TypedDocumentString(`
    mutation OperatorLedgerExport($input: LedgerExportCreateInput!) {
  ledgerExportCreate(input: $input) {
    export {
      id
      kind
      status
      filename
      path
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:bdae3dc34873f4677a86b440c519bce4418c86ee5ebbccc234ba1af915f746e1"}) as unknown as TypedDocumentString<OperatorLedgerExportMutation, OperatorLedgerExportMutationVariables>;
export const OperatorAuditExportDocument = new TypedDocumentString(`
    mutation OperatorAuditExport($input: AuditExportCreateInput!) {
  auditExportCreate(input: $input) {
    export {
      id
      kind
      status
      filename
      path
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e2d167c431c37e41e30ad6d6446ce1b149b748c4985dcfd99944fa48c45ee853"}) as unknown as TypedDocumentString<OperatorAuditExportMutation, OperatorAuditExportMutationVariables>;
export const OperatorWithdrawableDocument = new TypedDocumentString(`
    query OperatorWithdrawable {
  platformWithdrawable {
    currencyCode
    available {
      ...MoneyParts
    }
    owed {
      ...MoneyParts
    }
    float {
      ...MoneyParts
    }
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:dec70fbd1a345e0b16a8001542debabbc3e942abc1dc0a219b1a4d5341be6731"}) as unknown as TypedDocumentString<OperatorWithdrawableQuery, OperatorWithdrawableQueryVariables>;
export const OperatorSellerRiskRatingsDocument = new TypedDocumentString(`
    query OperatorSellerRiskRatings($sellerId: ID!) {
  sellerRiskRatings(sellerId: $sellerId) {
    id
    tier
    isAutomatic
    reason
    createdAt
  }
}
    `, {"hash":"sha256:86f9b11df0ded9fc595328d98b0cf38ddcd0458630475a698df268b9b2955082"}) as unknown as TypedDocumentString<OperatorSellerRiskRatingsQuery, OperatorSellerRiskRatingsQueryVariables>;
export const OperatorSellerRiskTierSetDocument = new TypedDocumentString(`
    mutation OperatorSellerRiskTierSet($input: SellerRiskTierSetInput!) {
  sellerRiskTierSet(input: $input) {
    rating {
      id
      tier
      isAutomatic
      reason
      createdAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e51c55f89e534aa149f875cf48853050fe5b3b94bdfb6dab2009731321f40a17"}) as unknown as TypedDocumentString<OperatorSellerRiskTierSetMutation, OperatorSellerRiskTierSetMutationVariables>;
export const OperatorDebitConsentDocument = new TypedDocumentString(`
    query OperatorDebitConsent($sellerId: ID!) {
  sellerDebitConsent(sellerId: $sellerId) {
    isGiven
    version
    text
    textHash
    answers {
      id
      isGiven
      version
      answeredAt
      answeredBy {
        id
        name
        email
      }
    }
  }
}
    `, {"hash":"sha256:22abf7a9bdc5df76e0b517a2224418c1df5733957d11c7817bb11da03999bc59"}) as unknown as TypedDocumentString<OperatorDebitConsentQuery, OperatorDebitConsentQueryVariables>;
export const OperatorPayoutHoldsDocument = new TypedDocumentString(`
    query OperatorPayoutHolds($sellerId: ID!) {
  sellerPayoutHolds(sellerId: $sellerId) {
    id
    reason
    until
    isStanding
    placedAt
    liftReason
    liftedAt
    sellerOrder {
      id
      number
    }
  }
}
    `, {"hash":"sha256:84b3bc48194f9946e036a2e61889805803844ed25e788340c43fc8c406459e52"}) as unknown as TypedDocumentString<OperatorPayoutHoldsQuery, OperatorPayoutHoldsQueryVariables>;
export const OperatorPayoutHoldDocument = new TypedDocumentString(`
    mutation OperatorPayoutHold($input: SellerPayoutHoldInput!) {
  sellerPayoutHold(input: $input) {
    hold {
      id
      isStanding
      until
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:48ecec10e395f01a7704a138361f201a65436c5d6724184ad9efb396a73a9ac8"}) as unknown as TypedDocumentString<OperatorPayoutHoldMutation, OperatorPayoutHoldMutationVariables>;
export const OperatorPayoutHoldLiftDocument = new TypedDocumentString(`
    mutation OperatorPayoutHoldLift($input: SellerPayoutHoldLiftInput!) {
  sellerPayoutHoldLift(input: $input) {
    hold {
      id
      isStanding
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:bef3d9a0848be59aede93c2b0e6412a0644930657279b756e06e7f005c3db46f"}) as unknown as TypedDocumentString<OperatorPayoutHoldLiftMutation, OperatorPayoutHoldLiftMutationVariables>;
export const OperatorListExportDocument = new TypedDocumentString(`
    mutation OperatorListExport($input: ListExportCreateInput!) {
  listExportCreate(input: $input) {
    export {
      id
      kind
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ae4973dbe20d3ba24ec26b029204f6359a61b4e21af9f1c1cd3e2bad2974220d"}) as unknown as TypedDocumentString<OperatorListExportMutation, OperatorListExportMutationVariables>;
export const OperatorNotesDocument = new TypedDocumentString(`
    query OperatorNotes($subject: ID!, $first: Int, $after: String) {
  notes(subject: $subject, first: $first, after: $after) {
    nodes {
      id
      text
      isOwn
      version
      createdAt
      editedAt
      author {
        id
        name
      }
    }
    totalCount
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:fdccfd81ca9b7367f60b4bd0eaad0b009c9f249ad51cc3e4eb1bcc2746170265"}) as unknown as TypedDocumentString<OperatorNotesQuery, OperatorNotesQueryVariables>;
export const OperatorNoteAddDocument = new TypedDocumentString(`
    mutation OperatorNoteAdd($input: NoteAddInput!) {
  noteAdd(input: $input) {
    note {
      id
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:dc2f7ea0fffb62b9c11a67c88b9571369357a83c52328374d4ccc2f5322d6d34"}) as unknown as TypedDocumentString<OperatorNoteAddMutation, OperatorNoteAddMutationVariables>;
export const OperatorNoteEditDocument = new TypedDocumentString(`
    mutation OperatorNoteEdit($input: NoteEditInput!) {
  noteEdit(input: $input) {
    note {
      id
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:226a08f9c88f5bf134bdf51c8c21bf5acc30b29a217c274845263f88fd5b30ad"}) as unknown as TypedDocumentString<OperatorNoteEditMutation, OperatorNoteEditMutationVariables>;
export const OperatorNoteDeleteDocument = new TypedDocumentString(`
    mutation OperatorNoteDelete($input: NoteDeleteInput!) {
  noteDelete(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ef7c1045c3edbbfbb6a80d7e2085e7e14be491eff25f400b84721faf795e9b1f"}) as unknown as TypedDocumentString<OperatorNoteDeleteMutation, OperatorNoteDeleteMutationVariables>;
export const OperatorInvitationsDocument = new TypedDocumentString(`
    query OperatorInvitations($filter: OperatorInvitationFilter, $first: Int, $after: String) {
  operatorInvitations(filter: $filter, first: $first, after: $after) {
    nodes {
      ...OperatorInvitationParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment OperatorInvitationParts on OperatorInvitation {
  id
  email
  role
  state
  createdAt
  approvedAt
  expiresAt
  endedAt
  invitedBy {
    id
    email
  }
}`, {"hash":"sha256:9a1031d664c27d1016ba4def969f51715002e3771c971c4ec7aa4ce71bf2a7a0"}) as unknown as TypedDocumentString<OperatorInvitationsQuery, OperatorInvitationsQueryVariables>;
export const OperatorStaleOperatorsDocument = new TypedDocumentString(`
    query OperatorStaleOperators($first: Int, $after: String) {
  staleOperators(first: $first, after: $after) {
    nodes {
      accountId
      email
      name
      role
      idleSince
      disabledAt
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:3b9312a4b8948286cadfca2a70b07bd2b9230f53554ba5ea779dc06c1166e158"}) as unknown as TypedDocumentString<OperatorStaleOperatorsQuery, OperatorStaleOperatorsQueryVariables>;
export const OperatorInviteDocument = new TypedDocumentString(`
    mutation OperatorInvite($input: OperatorInviteInput!) {
  operatorInvite(input: $input) {
    proposal {
      id
      status
      payloadHash
    }
    invitation {
      ...OperatorInvitationParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment OperatorInvitationParts on OperatorInvitation {
  id
  email
  role
  state
  createdAt
  approvedAt
  expiresAt
  endedAt
  invitedBy {
    id
    email
  }
}`, {"hash":"sha256:f1f3278c3d20b0a2cd3c59b7af3e8cfe9f9c369f66662cdfbe0f4df4ab6f60b4"}) as unknown as TypedDocumentString<OperatorInviteMutation, OperatorInviteMutationVariables>;
export const OperatorInvitationResendDocument = new TypedDocumentString(`
    mutation OperatorInvitationResend($input: OperatorInvitationResendInput!) {
  operatorInvitationResend(input: $input) {
    invitation {
      ...OperatorInvitationParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment OperatorInvitationParts on OperatorInvitation {
  id
  email
  role
  state
  createdAt
  approvedAt
  expiresAt
  endedAt
  invitedBy {
    id
    email
  }
}`, {"hash":"sha256:a177b8a8eabaa5b338af7eccd73e9d82d5b7e1cc36426ed0db670294630e6e3a"}) as unknown as TypedDocumentString<OperatorInvitationResendMutation, OperatorInvitationResendMutationVariables>;
export const OperatorInvitationRevokeDocument = new TypedDocumentString(`
    mutation OperatorInvitationRevoke($input: OperatorInvitationRevokeInput!) {
  operatorInvitationRevoke(input: $input) {
    invitation {
      ...OperatorInvitationParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment OperatorInvitationParts on OperatorInvitation {
  id
  email
  role
  state
  createdAt
  approvedAt
  expiresAt
  endedAt
  invitedBy {
    id
    email
  }
}`, {"hash":"sha256:6bb32ec34697f8d48a9c0d24b1b405ae7966ec0b81905f569abb3abf06dc4829"}) as unknown as TypedDocumentString<OperatorInvitationRevokeMutation, OperatorInvitationRevokeMutationVariables>;
export const OperatorAccountByEmailDocument = new TypedDocumentString(`
    query OperatorAccountByEmail($email: String!) {
  accountByEmail(email: $email) {
    id
    email
    name
    isMasked
    revealedUntil
    isEmailVerified
    isGuest
    createdAt
    suspendedAt
  }
}
    `, {"hash":"sha256:60c6272c5e037047f782b50e6c654d4dd255ac41343c2be0ff37afdfab1bf70c"}) as unknown as TypedDocumentString<OperatorAccountByEmailQuery, OperatorAccountByEmailQueryVariables>;
export const OperatorAccountSessionsDocument = new TypedDocumentString(`
    query OperatorAccountSessions($accountId: ID!, $first: Int, $after: String) {
  accountSessions(accountId: $accountId, first: $first, after: $after) {
    nodes {
      id
      agent
      place
      createdAt
      lastSeenAt
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:7ea34c71cf822762016a90e919471c070bd5937ade5fe5c14c17e6d71867295c"}) as unknown as TypedDocumentString<OperatorAccountSessionsQuery, OperatorAccountSessionsQueryVariables>;
export const OperatorAccountSuspendDocument = new TypedDocumentString(`
    mutation OperatorAccountSuspend($input: AccountSuspendInput!) {
  accountSuspend(input: $input) {
    account {
      id
      suspendedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:547c2e64aad17e6d108e045b9747a9bc06266dfa904f8be1947782e0e47f48cf"}) as unknown as TypedDocumentString<OperatorAccountSuspendMutation, OperatorAccountSuspendMutationVariables>;
export const OperatorAccountReinstateDocument = new TypedDocumentString(`
    mutation OperatorAccountReinstate($input: AccountReinstateInput!) {
  accountReinstate(input: $input) {
    account {
      id
      suspendedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:f6c1a3c6e174ed4c1d3ee7334b35f38a1f3c4b7af920efbe614a1ba1cfe9f39a"}) as unknown as TypedDocumentString<OperatorAccountReinstateMutation, OperatorAccountReinstateMutationVariables>;
export const OperatorPasswordResetStartDocument = new TypedDocumentString(`
    mutation OperatorPasswordResetStart($input: AccountPasswordResetStartInput!) {
  accountPasswordResetStart(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:c6c0251c7a46f1651ffe7db154863a76823de8d520ca1f6d7e0f79ee850ef583"}) as unknown as TypedDocumentString<OperatorPasswordResetStartMutation, OperatorPasswordResetStartMutationVariables>;
export const OperatorSessionsEndDocument = new TypedDocumentString(`
    mutation OperatorSessionsEnd($input: AccountSessionsEndInput!) {
  accountSessionsEnd(input: $input) {
    endedCount
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:cf1e3a1728308ec6533e3559c651d86c391c252d91d28d08ddfe275bf91424b7"}) as unknown as TypedDocumentString<OperatorSessionsEndMutation, OperatorSessionsEndMutationVariables>;
export const OperatorFactorResetAskDocument = new TypedDocumentString(`
    mutation OperatorFactorResetAsk($input: FactorResetAskInput!) {
  factorResetAsk(input: $input) {
    proposal {
      id
      kind
      status
      payloadHash
      expiresAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ea45db1f6b7cb2bb0a75cc0e222fdefe6786dcf32e6ca8872d2a82b55df57081"}) as unknown as TypedDocumentString<OperatorFactorResetAskMutation, OperatorFactorResetAskMutationVariables>;
export const OperatorFactorResetCancelDocument = new TypedDocumentString(`
    mutation OperatorFactorResetCancel($input: FactorResetCancelInput!) {
  factorResetCancel(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e1c20385d0884aff37a299b9b6c3fb45fea1900067bcc60d46f30889a982dcc5"}) as unknown as TypedDocumentString<OperatorFactorResetCancelMutation, OperatorFactorResetCancelMutationVariables>;
export const OperatorViewAsWriteDocument = new TypedDocumentString(`
    mutation OperatorViewAsWrite($input: ViewAsWriteInput!) {
  viewAsWrite(input: $input) {
    viewAs {
      id
      isReadOnly
      endsAt
      seller {
        id
        name
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:173f4e29fd23d29d806cb533fe724e62c620faf3d7a0ddcb935f67fd79ede3dd"}) as unknown as TypedDocumentString<OperatorViewAsWriteMutation, OperatorViewAsWriteMutationVariables>;
export const OperatorErasuresDocument = new TypedDocumentString(`
    query OperatorErasures($filter: ErasureFilter, $first: Int, $after: String) {
  erasures(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      accountId
      status
      hindrances
      requestedAt
      dueAt
      endedAt
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:5dcf3efc1a5f883a1883b00ea96d90620ceb0435476f9d22f1ab9410728be64b"}) as unknown as TypedDocumentString<OperatorErasuresQuery, OperatorErasuresQueryVariables>;
export const OperatorErasureProposeDocument = new TypedDocumentString(`
    mutation OperatorErasurePropose($input: ErasureProposeInput!) {
  erasurePropose(input: $input) {
    proposal {
      id
      kind
      status
      payloadHash
      expiresAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:8dc4ca2c5a8872d788b88ca9dbc79402b158c76c7206827afe935dc683f8a046"}) as unknown as TypedDocumentString<OperatorErasureProposeMutation, OperatorErasureProposeMutationVariables>;
export const OperatorAccountDocument = new TypedDocumentString(`
    query OperatorAccount($id: ID!) {
  account(id: $id) {
    id
    email
    name
    isMasked
    revealedUntil
    isEmailVerified
    isGuest
    createdAt
    suspendedAt
  }
}
    `, {"hash":"sha256:1c69448c76be9c753b859512c527f4389dabc6c2d30bf3db2f0dc595d1068fd1"}) as unknown as TypedDocumentString<OperatorAccountQuery, OperatorAccountQueryVariables>;
export const OperatorPlansDocument = new TypedDocumentString(`
    query OperatorPlans($after: String) {
  sellerPlans(first: 5, after: $after) {
    nodes {
      id
      name
      createdAt
      archivedAt
      versions {
        ...SellerPlanVersionParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SellerPlanVersionParts on SellerPlanVersion {
  id
  number
  vatBasisPoints
  freeListings
  offersMax
  seatsMax
  trialDays
  effectiveFrom
  fees {
    currencyCode
    monthly {
      ...MoneyParts
    }
    listing {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:ceec70704b36f5c8e21d0447ba467a376ae62a1593097ee7fa76dc00062970d4"}) as unknown as TypedDocumentString<OperatorPlansQuery, OperatorPlansQueryVariables>;
export const OperatorPlanStandingDocument = new TypedDocumentString(`
    query OperatorPlanStanding($sellerId: ID!) {
  sellerPlanStanding(sellerId: $sellerId) {
    trialEndsAt
    plan {
      id
      name
    }
    version {
      ...SellerPlanVersionParts
    }
    assignments {
      ...SellerPlanAssignmentParts
    }
    changeCount
    changes {
      ...SellerPlanAssignmentParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment SellerPlanVersionParts on SellerPlanVersion {
  id
  number
  vatBasisPoints
  freeListings
  offersMax
  seatsMax
  trialDays
  effectiveFrom
  fees {
    currencyCode
    monthly {
      ...MoneyParts
    }
    listing {
      ...MoneyParts
    }
  }
}
fragment SellerPlanAssignmentParts on SellerPlanAssignment {
  id
  planId
  reason
  effectiveAt
  createdAt
  cancelledAt
}`, {"hash":"sha256:c61ccaadb5fdd88355685056d26336401cd5eded76aefbe294963d0115b34a18"}) as unknown as TypedDocumentString<OperatorPlanStandingQuery, OperatorPlanStandingQueryVariables>;
export const OperatorPlanPreviewDocument = new TypedDocumentString(`
    query OperatorPlanPreview($input: SellerPlanPreviewInput!) {
  sellerPlanPreview(input: $input) {
    effectiveAt
    paidFrom
    paidBefore
    orderCount
    isCut
    totals {
      orderCount
      sales {
        ...MoneyParts
      }
      commissionBefore {
        ...MoneyParts
      }
      commissionAfter {
        ...MoneyParts
      }
      shareBefore {
        ...MoneyParts
      }
      shareAfter {
        ...MoneyParts
      }
    }
    biggestChanges {
      number
      placedAt
      commissionDifference {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:02677a6ade02485ba68bcd573784f883625261dbecce1162e6ed680e051f871d"}) as unknown as TypedDocumentString<OperatorPlanPreviewQuery, OperatorPlanPreviewQueryVariables>;
export const OperatorPlanCreateDocument = new TypedDocumentString(`
    mutation OperatorPlanCreate($input: SellerPlanCreateInput!) {
  sellerPlanCreate(input: $input) {
    plan {
      id
      name
      createdAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:4c1bde11d07d77fe2eb76d56e0f4f3911d9364b7110765e828a66943b9f9b5bf"}) as unknown as TypedDocumentString<OperatorPlanCreateMutation, OperatorPlanCreateMutationVariables>;
export const OperatorPlanPublishDocument = new TypedDocumentString(`
    mutation OperatorPlanPublish($input: SellerPlanPublishInput!) {
  sellerPlanPublish(input: $input) {
    proposal {
      id
      kind
      status
      payloadHash
      expiresAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:72ee1688234b7703a55121f7801cd129a2236d17eedd5e5da4b8569c2fd04a3f"}) as unknown as TypedDocumentString<OperatorPlanPublishMutation, OperatorPlanPublishMutationVariables>;
export const OperatorPlanArchiveDocument = new TypedDocumentString(`
    mutation OperatorPlanArchive($input: SellerPlanArchiveInput!) {
  sellerPlanArchive(input: $input) {
    plan {
      id
      name
      archivedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:2b873637b7c6080268b74f48d1450ccb6d8daae95d169a448508393947ccf26c"}) as unknown as TypedDocumentString<OperatorPlanArchiveMutation, OperatorPlanArchiveMutationVariables>;
export const OperatorPlanAssignDocument = new TypedDocumentString(`
    mutation OperatorPlanAssign($input: SellerPlanAssignInput!) {
  sellerPlanAssign(input: $input) {
    assignment {
      ...SellerPlanAssignmentParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerPlanAssignmentParts on SellerPlanAssignment {
  id
  planId
  reason
  effectiveAt
  createdAt
  cancelledAt
}`, {"hash":"sha256:94207013018167ceaaa5913a5cfce3c8346786ed61cf8c3e5054b36ca83726ae"}) as unknown as TypedDocumentString<OperatorPlanAssignMutation, OperatorPlanAssignMutationVariables>;
export const OperatorPlanAssignmentCancelDocument = new TypedDocumentString(`
    mutation OperatorPlanAssignmentCancel($input: SellerPlanAssignmentCancelInput!) {
  sellerPlanAssignmentCancel(input: $input) {
    assignment {
      ...SellerPlanAssignmentParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerPlanAssignmentParts on SellerPlanAssignment {
  id
  planId
  reason
  effectiveAt
  createdAt
  cancelledAt
}`, {"hash":"sha256:883e83185a1096573ceb7e327583db80e44ed89df57df0d0a96a41a0b9593d7b"}) as unknown as TypedDocumentString<OperatorPlanAssignmentCancelMutation, OperatorPlanAssignmentCancelMutationVariables>;
export const OperatorChargesDocument = new TypedDocumentString(`
    query OperatorCharges($sellerId: ID, $purpose: SellerChargePurpose, $first: Int, $after: String) {
  sellerCharges(
    sellerId: $sellerId
    purpose: $purpose
    first: $first
    after: $after
  ) {
    nodes {
      ...SellerChargeParts
      seller {
        id
        name
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SellerChargeParts on SellerCharge {
  id
  kind
  purpose
  reason
  reference
  vatBasisPoints
  createdAt
  reversedAt
  reversalReason
  net {
    ...MoneyParts
  }
  vat {
    ...MoneyParts
  }
  gross {
    ...MoneyParts
  }
}`, {"hash":"sha256:4d89fa95b483c467612209ef369dcc5ebe79d75826c74685d87dbc4e63b5d938"}) as unknown as TypedDocumentString<OperatorChargesQuery, OperatorChargesQueryVariables>;
export const OperatorChargeCreateDocument = new TypedDocumentString(`
    mutation OperatorChargeCreate($input: SellerChargeCreateInput!) {
  sellerChargeCreate(input: $input) {
    charge {
      ...SellerChargeParts
    }
    proposal {
      id
      status
      payloadHash
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerChargeParts on SellerCharge {
  id
  kind
  purpose
  reason
  reference
  vatBasisPoints
  createdAt
  reversedAt
  reversalReason
  net {
    ...MoneyParts
  }
  vat {
    ...MoneyParts
  }
  gross {
    ...MoneyParts
  }
}`, {"hash":"sha256:64d2bbd39b7cf6c2baa1c60b022c879561c52deb163486290efbe97144e1ebfb"}) as unknown as TypedDocumentString<OperatorChargeCreateMutation, OperatorChargeCreateMutationVariables>;
export const OperatorCreditCreateDocument = new TypedDocumentString(`
    mutation OperatorCreditCreate($input: SellerCreditCreateInput!) {
  sellerCreditCreate(input: $input) {
    credit {
      ...SellerChargeParts
    }
    proposal {
      id
      status
      payloadHash
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerChargeParts on SellerCharge {
  id
  kind
  purpose
  reason
  reference
  vatBasisPoints
  createdAt
  reversedAt
  reversalReason
  net {
    ...MoneyParts
  }
  vat {
    ...MoneyParts
  }
  gross {
    ...MoneyParts
  }
}`, {"hash":"sha256:a95a2a0b2b402d535684a0aae9f5664517b8c280b21bbf696ba7c4f66a8285bc"}) as unknown as TypedDocumentString<OperatorCreditCreateMutation, OperatorCreditCreateMutationVariables>;
export const OperatorChargeReverseDocument = new TypedDocumentString(`
    mutation OperatorChargeReverse($input: SellerChargeReverseInput!) {
  sellerChargeReverse(input: $input) {
    charge {
      ...SellerChargeParts
    }
    proposal {
      id
      status
      payloadHash
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerChargeParts on SellerCharge {
  id
  kind
  purpose
  reason
  reference
  vatBasisPoints
  createdAt
  reversedAt
  reversalReason
  net {
    ...MoneyParts
  }
  vat {
    ...MoneyParts
  }
  gross {
    ...MoneyParts
  }
}`, {"hash":"sha256:18fe0597d6ab6e56e4bd004aa446425963cc0e4df8098de49611d677f8ca3728"}) as unknown as TypedDocumentString<OperatorChargeReverseMutation, OperatorChargeReverseMutationVariables>;
export const OperatorSalesReportDocument = new TypedDocumentString(`
    query OperatorSalesReport($from: DateTime!, $to: DateTime!, $asOf: DateTime, $first: Int, $after: String) {
  salesReport(from: $from, to: $to, asOf: $asOf, first: $first, after: $after) {
    nodes {
      currency
      orders
      takeRateBasisPoints
      seller {
        id
        name
      }
      gross {
        ...MoneyParts
      }
      refunds {
        ...MoneyParts
      }
      commission {
        ...MoneyParts
      }
      commissionReturned {
        ...MoneyParts
      }
      promotions {
        ...MoneyParts
      }
      margin {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:8d38fa7325c1b8acb145bbcfd0881c51f3a7da6e1cce612b1de51c1864599cd4"}) as unknown as TypedDocumentString<OperatorSalesReportQuery, OperatorSalesReportQueryVariables>;
export const OperatorTaxReportDocument = new TypedDocumentString(`
    query OperatorTaxReport($from: DateTime!, $to: DateTime!, $asOf: DateTime) {
  taxReport(from: $from, to: $to, asOf: $asOf) {
    jurisdiction
    remitter
    currency
    base {
      ...MoneyParts
    }
    tax {
      ...MoneyParts
    }
    returned {
      ...MoneyParts
    }
    due {
      ...MoneyParts
    }
    remitted {
      ...MoneyParts
    }
    open {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:7653c30957dbedf270b14377284b30b7bd5e1bab39d9ff708a2f3624a8d5fa27"}) as unknown as TypedDocumentString<OperatorTaxReportQuery, OperatorTaxReportQueryVariables>;
export const OperatorDac7ReportDocument = new TypedDocumentString(`
    query OperatorDac7Report($year: Int!, $asOf: DateTime, $after: String) {
  dac7Report(year: $year, asOf: $asOf, first: 10, after: $after) {
    nodes {
      ...OperatorYearReportParts
      isSmall
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment OperatorYearReportParts on YearReportRow {
  currency
  year
  legalName
  address
  country
  taxId
  tin
  legalForm
  registrationNumber
  financialAccount
  bankLastFour
  missing
  transactions
  seller {
    id
    name
  }
  gross {
    ...MoneyParts
  }
  consideration {
    ...MoneyParts
  }
  parts {
    number
    orders
    gross {
      ...MoneyParts
    }
    consideration {
      ...MoneyParts
    }
    fees {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:4a8e8f1cca8d76e96c51a3523943e6e497eefe8edd160fbb939ab29d5cadf673"}) as unknown as TypedDocumentString<OperatorDac7ReportQuery, OperatorDac7ReportQueryVariables>;
export const OperatorForm1099KReportDocument = new TypedDocumentString(`
    query OperatorForm1099KReport($year: Int!, $asOf: DateTime, $after: String) {
  form1099KReport(year: $year, asOf: $asOf, first: 10, after: $after) {
    nodes {
      ...OperatorYearReportParts
      isAbove1099K
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment OperatorYearReportParts on YearReportRow {
  currency
  year
  legalName
  address
  country
  taxId
  tin
  legalForm
  registrationNumber
  financialAccount
  bankLastFour
  missing
  transactions
  seller {
    id
    name
  }
  gross {
    ...MoneyParts
  }
  consideration {
    ...MoneyParts
  }
  parts {
    number
    orders
    gross {
      ...MoneyParts
    }
    consideration {
      ...MoneyParts
    }
    fees {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:2f927cb4c87ae5b3f30295f516df7a9e1e98c26e86a1db49e44701aa3195e9bb"}) as unknown as TypedDocumentString<OperatorForm1099KReportQuery, OperatorForm1099KReportQueryVariables>;
export const OperatorReportExportDocument = new TypedDocumentString(`
    mutation OperatorReportExport($input: ReportExportCreateInput!) {
  reportExportCreate(input: $input) {
    export {
      id
      kind
      status
      filename
      path
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:73ffccc3c275584bf5c0a9dbee8ccb0b852fbf1d5d3c3979cad87465f963312b"}) as unknown as TypedDocumentString<OperatorReportExportMutation, OperatorReportExportMutationVariables>;
export const OperatorTaxPayablesDocument = new TypedDocumentString(`
    query OperatorTaxPayables {
  taxPayables {
    jurisdiction
    currency
    amount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:3dfccdf62725a961e415336aeb9e0fe64f4fa54cb849ac61be58da48b8566867"}) as unknown as TypedDocumentString<OperatorTaxPayablesQuery, OperatorTaxPayablesQueryVariables>;
export const OperatorTaxRemittancesDocument = new TypedDocumentString(`
    query OperatorTaxRemittances($first: Int, $after: String) {
  taxRemittances(first: $first, after: $after) {
    nodes {
      id
      jurisdiction
      from
      until
      reference
      reason
      recordedAt
      reversedAt
      reversalReason
      amount {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:252c974b7511bf8bd2d0fc9c542fde47f5d7a5b0526cf845415ef8710872fba0"}) as unknown as TypedDocumentString<OperatorTaxRemittancesQuery, OperatorTaxRemittancesQueryVariables>;
export const OperatorTaxRemittanceRecordDocument = new TypedDocumentString(`
    mutation OperatorTaxRemittanceRecord($input: TaxRemittanceRecordInput!) {
  taxRemittanceRecord(input: $input) {
    proposal {
      id
      status
      payloadHash
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b2e7684f213410a21ccee0836ff3e56b9094720061a382e4e0a28ae18372e16a"}) as unknown as TypedDocumentString<OperatorTaxRemittanceRecordMutation, OperatorTaxRemittanceRecordMutationVariables>;
export const OperatorTaxRemittanceReverseDocument = new TypedDocumentString(`
    mutation OperatorTaxRemittanceReverse($input: TaxRemittanceReverseInput!) {
  taxRemittanceReverse(input: $input) {
    proposal {
      id
      status
      payloadHash
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:2bd895852d6491d7fde502b8e26042daadd576a65cc0380e12f5467ca8213117"}) as unknown as TypedDocumentString<OperatorTaxRemittanceReverseMutation, OperatorTaxRemittanceReverseMutationVariables>;
export const OperatorSearchDocument = new TypedDocumentString(`
    query OperatorSearch($text: String!, $kinds: [SearchKind!], $first: Int) {
  search(text: $text, kinds: $kinds, first: $first) {
    kind
    hasMore
    hits {
      id
      match
      title
      subtitle
      status
      amount {
        ...MoneyParts
      }
      seller {
        id
        name
      }
      parentId
      createdAt
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:9bcbfed1d21e3a9bd86ee236862a0c233be9d12ff2d5aec294c14ef951d0712f"}) as unknown as TypedDocumentString<OperatorSearchQuery, OperatorSearchQueryVariables>;
export const OperatorOwnershipAssignDocument = new TypedDocumentString(`
    mutation OperatorOwnershipAssign($input: OwnershipAssignInput!) {
  ownershipAssign(input: $input) {
    proposal {
      id
      kind
      status
      payloadHash
      expiresAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ef54134339c08bf4ec5035a2e1d5e31ab74bc088dd6c22d7c8028acb170ed4e9"}) as unknown as TypedDocumentString<OperatorOwnershipAssignMutation, OperatorOwnershipAssignMutationVariables>;
export const OperatorSellerCloseProposeDocument = new TypedDocumentString(`
    mutation OperatorSellerClosePropose($input: SellerCloseProposeInput!) {
  sellerClosePropose(input: $input) {
    proposal {
      id
      kind
      status
      payloadHash
      expiresAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:95bbe606d58c67627d007b0aff1521d8843f2a0f07c0de7c7aef4e84837b28bc"}) as unknown as TypedDocumentString<OperatorSellerCloseProposeMutation, OperatorSellerCloseProposeMutationVariables>;
export const OperatorSystemSettingsDocument = new TypedDocumentString(`
    query OperatorSystemSettings {
  systemSettings {
    name
    group
    kind
    default
    value
    isSecret
    isOverridden
  }
}
    `, {"hash":"sha256:c2357efeb7d512942d7c6d38fbf3531a326da5a19c05da6d36a63f0cb423bf66"}) as unknown as TypedDocumentString<OperatorSystemSettingsQuery, OperatorSystemSettingsQueryVariables>;
export const OperatorTermsVersionsDocument = new TypedDocumentString(`
    query OperatorTermsVersions($filter: TermsVersionFilter, $first: Int, $after: String) {
  termsVersions(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      kind
      number
      title
      link
      inForceFrom
      publishedAt
      withdrawnAt
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:bceca76253f9d87bb4f415e5fb6552c2103693a59fc9f899db0ccc9cfb262340"}) as unknown as TypedDocumentString<OperatorTermsVersionsQuery, OperatorTermsVersionsQueryVariables>;
export const OperatorTermsPublishDocument = new TypedDocumentString(`
    mutation OperatorTermsPublish($input: TermsPublishInput!) {
  termsPublish(input: $input) {
    version {
      id
      kind
      number
      title
      inForceFrom
      publishedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:8b318bc86d09c204d4d077ae9fadf8a8f6fdcb68de55a7a3f70ca4cc830156bd"}) as unknown as TypedDocumentString<OperatorTermsPublishMutation, OperatorTermsPublishMutationVariables>;
export const OperatorTermsWithdrawDocument = new TypedDocumentString(`
    mutation OperatorTermsWithdraw($input: TermsWithdrawInput!) {
  termsWithdraw(input: $input) {
    version {
      id
      withdrawnAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:ab5e3b3b9cea9a02665aea77a05f344c9f0ed360eb0c84fb4b3aab41f2f1e8d3"}) as unknown as TypedDocumentString<OperatorTermsWithdrawMutation, OperatorTermsWithdrawMutationVariables>;
export const SellerImportsDocument = new TypedDocumentString(`
    query SellerImports($first: Int, $after: String) {
  productImports(first: $first, after: $after) {
    nodes {
      ...SellerImportParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SellerImportParts on ProductImport {
  id
  filename
  currencyCode
  isDryRun
  status
  rows
  rowsImported
  rowsFailed
  productsCreated
  productsUpdated
  productsUnchanged
  productsFailed
  variantsCreated
  offersCreated
  offersUpdated
  problemCount
  createdAt
  startedAt
  finishedAt
}`, {"hash":"sha256:c490a1a8eb5170e55da7c90d984bbe3cce1b7a3630da57d57f62b6587e3a6c27"}) as unknown as TypedDocumentString<SellerImportsQuery, SellerImportsQueryVariables>;
export const SellerImportDocument = new TypedDocumentString(`
    query SellerImport($id: ID!, $first: Int, $after: String) {
  productImport(id: $id) {
    ...SellerImportParts
    problems(first: $first, after: $after) {
      nodes {
        line
        column
        handle
        code
        message
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SellerImportParts on ProductImport {
  id
  filename
  currencyCode
  isDryRun
  status
  rows
  rowsImported
  rowsFailed
  productsCreated
  productsUpdated
  productsUnchanged
  productsFailed
  variantsCreated
  offersCreated
  offersUpdated
  problemCount
  createdAt
  startedAt
  finishedAt
}`, {"hash":"sha256:7d56cdfcecb783e432318e1d02c199f3fab558840b0408da206fa6886f242423"}) as unknown as TypedDocumentString<SellerImportQuery, SellerImportQueryVariables>;
export const SellerUploadCreateDocument = new TypedDocumentString(`
    mutation SellerUploadCreate($input: UploadCreateInput!) {
  uploadCreate(input: $input) {
    upload {
      id
      url
      filename
      byteSize
      isReceived
      expiresAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:3fd7a0d33113745142fbd5756d6509fb157b22e9cf1a7f4228d439d4adcbe29d"}) as unknown as TypedDocumentString<SellerUploadCreateMutation, SellerUploadCreateMutationVariables>;
export const SellerProductImportDocument = new TypedDocumentString(`
    mutation SellerProductImport($input: ProductImportInput!) {
  productImport(input: $input) {
    productImport {
      ...SellerImportParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerImportParts on ProductImport {
  id
  filename
  currencyCode
  isDryRun
  status
  rows
  rowsImported
  rowsFailed
  productsCreated
  productsUpdated
  productsUnchanged
  productsFailed
  variantsCreated
  offersCreated
  offersUpdated
  problemCount
  createdAt
  startedAt
  finishedAt
}`, {"hash":"sha256:85683c1af2bfb623c477300a47191948be771dbde3647326f921acec511d163c"}) as unknown as TypedDocumentString<SellerProductImportMutation, SellerProductImportMutationVariables>;
export const SellerImportUpdatedDocument = new TypedDocumentString(`
    subscription SellerImportUpdated($id: ID!, $after: String) {
  productImportUpdated(id: $id, after: $after) {
    eventId
    event
    occurredAt
    productImport {
      ...SellerImportParts
    }
  }
}
    fragment SellerImportParts on ProductImport {
  id
  filename
  currencyCode
  isDryRun
  status
  rows
  rowsImported
  rowsFailed
  productsCreated
  productsUpdated
  productsUnchanged
  productsFailed
  variantsCreated
  offersCreated
  offersUpdated
  problemCount
  createdAt
  startedAt
  finishedAt
}`, {"hash":"sha256:2ddd8038255215f9b9410c80b843dd7b89b8402291d7253da4e153243f4cc2ba"}) as unknown as TypedDocumentString<SellerImportUpdatedSubscription, SellerImportUpdatedSubscriptionVariables>;
export const SellerPayoutOutlookDocument = new TypedDocumentString(`
    query SellerPayoutOutlook {
  sellerPayoutOutlook {
    currencyCode
    nextAt
    blockedBy
    text
    amount {
      ...MoneyParts
    }
    minimum {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:43f96b755541882efe255044619fd716f805f4ad82b720cb14f6a38d4156f001"}) as unknown as TypedDocumentString<SellerPayoutOutlookQuery, SellerPayoutOutlookQueryVariables>;
export const SellerPayoutPoliciesDocument = new TypedDocumentString(`
    query SellerPayoutPolicies {
  sellerPayoutPolicies {
    id
    holdFrom
    holdDays
    reserveBasisPoints
    reserveDays
    reason
    effectiveAt
    createdAt
  }
}
    `, {"hash":"sha256:4fd2327555262e007e0d2c9d85fdd48323b4f08ae74fb94567ad6adc98cad05b"}) as unknown as TypedDocumentString<SellerPayoutPoliciesQuery, SellerPayoutPoliciesQueryVariables>;
export const SellerPayoutScheduleSetDocument = new TypedDocumentString(`
    mutation SellerPayoutScheduleSet($input: SellerPayoutScheduleSetInput!) {
  sellerPayoutScheduleSet(input: $input) {
    payoutAccount {
      id
      nextPayoutAt
      schedule {
        kind
        anchor
        minimums {
          ...MoneyParts
        }
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:fe66cffb3f0bb7e6aef29c38786532dc44aadc94edba4ba9609c9cf1d22e0b7b"}) as unknown as TypedDocumentString<SellerPayoutScheduleSetMutation, SellerPayoutScheduleSetMutationVariables>;
export const SellerPayoutRequestDocument = new TypedDocumentString(`
    mutation SellerPayoutRequest($input: SellerPayoutRequestInput!) {
  sellerPayoutRequest(input: $input) {
    payout {
      id
      status
      method
      expectedAt
      amount {
        ...MoneyParts
      }
      fee {
        ...MoneyParts
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:c005706dbb7263dccd2f86ad5acf9bc46d9bdc9da873e8d0ad7f07763440ed7f"}) as unknown as TypedDocumentString<SellerPayoutRequestMutation, SellerPayoutRequestMutationVariables>;
export const SellerDebtsDocument = new TypedDocumentString(`
    query SellerDebts($status: SellerDebtStatus, $first: Int, $after: String) {
  sellerDebts(status: $status, first: $first, after: $after) {
    nodes {
      id
      cause
      status
      age
      createdAt
      nextAttemptAt
      sellerOrder {
        id
        number
      }
      amount {
        ...MoneyParts
      }
      collected {
        ...MoneyParts
      }
      fromHeld {
        ...MoneyParts
      }
      fromTransfers {
        ...MoneyParts
      }
      fromReleases {
        ...MoneyParts
      }
      fromReserve {
        ...MoneyParts
      }
      fromBalance {
        ...MoneyParts
      }
      writtenOff {
        ...MoneyParts
      }
      open {
        ...MoneyParts
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:2d5ae32665d04d4b74aa01e6050acabf39094e376c516137250be6cfa74c4f81"}) as unknown as TypedDocumentString<SellerDebtsQuery, SellerDebtsQueryVariables>;
export const SellerDisputeRateDocument = new TypedDocumentString(`
    query SellerDisputeRate {
  sellerDisputeRate {
    disputes
    charges
    basisPoints
    isTooHigh
    warnAt
    measuredFrom
  }
}
    `, {"hash":"sha256:3d89b0584fe7225c820596d4c16fcaa37b76ccde08f83c0801426c61f9bfdbe3"}) as unknown as TypedDocumentString<SellerDisputeRateQuery, SellerDisputeRateQueryVariables>;
export const SellerCommissionExplainDocument = new TypedDocumentString(`
    query SellerCommissionExplain($orderLineId: ID!) {
  commissionExplain(orderLineId: $orderLineId) {
    orderLineId
    rulesetVersion
    ruleId
    ruleName
    refund
    base {
      ...MoneyParts
    }
    steps {
      operation
      basisPoints
      of {
        ...MoneyParts
      }
      amount {
        ...MoneyParts
      }
    }
    commission {
      ...MoneyParts
    }
    commissionVat {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:963074f08b33733e96df1d4a1f861d7dec189c3d36c685ba487a113f3d76a965"}) as unknown as TypedDocumentString<SellerCommissionExplainQuery, SellerCommissionExplainQueryVariables>;
export const SellerPlanDocument = new TypedDocumentString(`
    query SellerPlan {
  sellerPlanStanding {
    trialEndsAt
    plan {
      id
      name
    }
    version {
      ...SellerPlanVersionParts
    }
    assignments {
      ...SellerPlanAssignmentParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment SellerPlanVersionParts on SellerPlanVersion {
  id
  number
  vatBasisPoints
  freeListings
  offersMax
  seatsMax
  trialDays
  effectiveFrom
  fees {
    currencyCode
    monthly {
      ...MoneyParts
    }
    listing {
      ...MoneyParts
    }
  }
}
fragment SellerPlanAssignmentParts on SellerPlanAssignment {
  id
  planId
  reason
  effectiveAt
  createdAt
  cancelledAt
}`, {"hash":"sha256:d993b9319843ffb49f81a24b61990e75829cdd53cca24bd75e5dff2d64ef9cc2"}) as unknown as TypedDocumentString<SellerPlanQuery, SellerPlanQueryVariables>;
export const SellerChargesDocument = new TypedDocumentString(`
    query SellerCharges($purpose: SellerChargePurpose, $first: Int, $after: String) {
  sellerCharges(purpose: $purpose, first: $first, after: $after) {
    nodes {
      ...SellerChargeParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SellerChargeParts on SellerCharge {
  id
  kind
  purpose
  reason
  reference
  vatBasisPoints
  createdAt
  reversedAt
  reversalReason
  net {
    ...MoneyParts
  }
  vat {
    ...MoneyParts
  }
  gross {
    ...MoneyParts
  }
}`, {"hash":"sha256:ea45e202b685c92ebc650df0e5bcb07d22d354fb25299b043bb7963eb810da27"}) as unknown as TypedDocumentString<SellerChargesQuery, SellerChargesQueryVariables>;
export const SellerPayoutBreakdownDocument = new TypedDocumentString(`
    query SellerPayoutBreakdown($payoutId: ID!, $part: PayoutPart, $first: Int, $after: String) {
  payout(id: $payoutId) {
    id
    status
    bankLast4
    expectedAt
    settledAt
  }
  sellerPayoutBreakdown(payoutId: $payoutId) {
    payoutId
    leftAt
    movements
    opening {
      ...MoneyParts
    }
    amount {
      ...MoneyParts
    }
    left {
      ...MoneyParts
    }
    unexplained {
      ...MoneyParts
    }
    parts {
      part
      movements
      amount {
        ...MoneyParts
      }
    }
    items(part: $part, first: $first, after: $after) {
      nodes {
        kind
        orderId
        postedAt
        sellerOrder {
          id
          number
        }
        sales {
          ...MoneyParts
        }
        fees {
          ...MoneyParts
        }
        refunds {
          ...MoneyParts
        }
        disputes {
          ...MoneyParts
        }
        reserve {
          ...MoneyParts
        }
        other {
          ...MoneyParts
        }
        amount {
          ...MoneyParts
        }
        lines {
          lineId
          title
          sku
          quantity
          net {
            ...MoneyParts
          }
        }
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:161de06b12484155159320a71c5e6b3b27a0af3e2660da46587de9404fc4004b"}) as unknown as TypedDocumentString<SellerPayoutBreakdownQuery, SellerPayoutBreakdownQueryVariables>;
export const SellerPayoutExportCreateDocument = new TypedDocumentString(`
    mutation SellerPayoutExportCreate($input: SellerPayoutExportCreateInput!) {
  sellerPayoutExportCreate(input: $input) {
    export {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:c4f2ac83097c2641d76ac1adf966a9d78570654b8ca4e573e98694442877eb03"}) as unknown as TypedDocumentString<SellerPayoutExportCreateMutation, SellerPayoutExportCreateMutationVariables>;
export const SellerSalesDocument = new TypedDocumentString(`
    query SellerSales($from: Date!, $to: Date!) {
  sellerSales(from: $from, to: $to) {
    currency
    orders
    gross {
      ...MoneyParts
    }
    refunds {
      ...MoneyParts
    }
    days {
      day
      orders
      gross {
        ...MoneyParts
      }
      refunds {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:219954aa56e5df97309ad4c65209df3fc2ea9e3b2916703a876309f8ee6902d3"}) as unknown as TypedDocumentString<SellerSalesQuery, SellerSalesQueryVariables>;
export const SellerDebitConsentDocument = new TypedDocumentString(`
    query SellerDebitConsent {
  sellerDebitConsent {
    isGiven
    version
    text
    textHash
    answers {
      id
      isGiven
      version
      answeredAt
      answeredBy {
        id
        name
        email
      }
    }
  }
}
    `, {"hash":"sha256:4ec2678c26f61cc72384d583bba3fbdcff6056fae3582d657215bbe4d41bc8b1"}) as unknown as TypedDocumentString<SellerDebitConsentQuery, SellerDebitConsentQueryVariables>;
export const SellerDebitConsentSetDocument = new TypedDocumentString(`
    mutation SellerDebitConsentSet($input: SellerDebitConsentSetInput!) {
  sellerDebitConsentSet(input: $input) {
    consent {
      isGiven
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:116b14b24847e6d4ceee8f8fcb854edd09aca8cb5812c855348367ec2af319b0"}) as unknown as TypedDocumentString<SellerDebitConsentSetMutation, SellerDebitConsentSetMutationVariables>;
export const SellerPayoutHoldsDocument = new TypedDocumentString(`
    query SellerPayoutHolds {
  sellerPayoutHolds {
    id
    reason
    until
    isStanding
    placedAt
    liftReason
    liftedAt
    sellerOrder {
      id
      number
    }
  }
}
    `, {"hash":"sha256:9494fe1999cabe092cbc7af3093fac3b5568612cedbe40fab52c006d87482819"}) as unknown as TypedDocumentString<SellerPayoutHoldsQuery, SellerPayoutHoldsQueryVariables>;
export const SellerListExportDocument = new TypedDocumentString(`
    mutation SellerListExport($input: ListExportCreateInput!) {
  listExportCreate(input: $input) {
    export {
      id
      kind
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:22fa9ed702ed49174c35561517f9032ade20b0fe6d819fc58006e79ed8bd65a0"}) as unknown as TypedDocumentString<SellerListExportMutation, SellerListExportMutationVariables>;
export const SellerProductDocument = new TypedDocumentString(`
    query SellerProduct($id: ID!) {
  product(id: $id) {
    ...SellerProductParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerVariantParts on Variant {
  id
  title
  optionValues
  position
  barcode
  weightGrams
  imageUrl
  offers {
    ...SellerOfferParts
  }
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}
fragment SellerProductParts on Product {
  id
  title
  slug
  status
  descriptionHtml
  brand
  productType
  tags
  optionNames
  publishedAt
  updatedAt
  images {
    url
    alt
    position
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  variantCount
  options {
    name
    values
    valueCount
  }
  variantsConnection {
    nodes {
      ...SellerVariantParts
    }
    pageInfo {
      ...PageParts
    }
  }
}`, {"hash":"sha256:c1924b36736e91088099c8931e0824316260f264204332f24973cbec1b934624"}) as unknown as TypedDocumentString<SellerProductQuery, SellerProductQueryVariables>;
export const SellerProductVariantsDocument = new TypedDocumentString(`
    query SellerProductVariants($id: ID!, $filter: VariantFilter, $size: Int = 15, $after: String, $last: Int, $before: String) {
  product(id: $id) {
    id
    variantsConnection(
      filter: $filter
      first: $size
      after: $after
      last: $last
      before: $before
    ) {
      nodes {
        ...SellerVariantParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SellerVariantParts on Variant {
  id
  title
  optionValues
  position
  barcode
  weightGrams
  imageUrl
  offers {
    ...SellerOfferParts
  }
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}`, {"hash":"sha256:35ddc5d5b0509c68a728e0cf1c8eede7dc8854ee0bf050959ddcf0175c23e62f"}) as unknown as TypedDocumentString<SellerProductVariantsQuery, SellerProductVariantsQueryVariables>;
export const SellerProductCreateDocument = new TypedDocumentString(`
    mutation SellerProductCreate($input: ProductCreateInput!) {
  productCreate(input: $input) {
    product {
      ...SellerProductParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerVariantParts on Variant {
  id
  title
  optionValues
  position
  barcode
  weightGrams
  imageUrl
  offers {
    ...SellerOfferParts
  }
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}
fragment SellerProductParts on Product {
  id
  title
  slug
  status
  descriptionHtml
  brand
  productType
  tags
  optionNames
  publishedAt
  updatedAt
  images {
    url
    alt
    position
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  variantCount
  options {
    name
    values
    valueCount
  }
  variantsConnection {
    nodes {
      ...SellerVariantParts
    }
    pageInfo {
      ...PageParts
    }
  }
}`, {"hash":"sha256:14606c84d38ae33324724e29d86cf21650122f3f102526f41286c615accc64a3"}) as unknown as TypedDocumentString<SellerProductCreateMutation, SellerProductCreateMutationVariables>;
export const SellerProductUpdateDocument = new TypedDocumentString(`
    mutation SellerProductUpdate($input: ProductUpdateInput!) {
  productUpdate(input: $input) {
    product {
      ...SellerProductParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerVariantParts on Variant {
  id
  title
  optionValues
  position
  barcode
  weightGrams
  imageUrl
  offers {
    ...SellerOfferParts
  }
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}
fragment SellerProductParts on Product {
  id
  title
  slug
  status
  descriptionHtml
  brand
  productType
  tags
  optionNames
  publishedAt
  updatedAt
  images {
    url
    alt
    position
  }
  availableActions {
    action
    isAllowed
    reason {
      ...UserErrorParts
    }
  }
  variantCount
  options {
    name
    values
    valueCount
  }
  variantsConnection {
    nodes {
      ...SellerVariantParts
    }
    pageInfo {
      ...PageParts
    }
  }
}`, {"hash":"sha256:9b0874d8e588135c007fe41f5f534edcd402bf09be98df22a68c267b44de917d"}) as unknown as TypedDocumentString<SellerProductUpdateMutation, SellerProductUpdateMutationVariables>;
export const SellerProductPublishDocument = new TypedDocumentString(`
    mutation SellerProductPublish($input: ProductPublishInput!) {
  productPublish(input: $input) {
    product {
      id
      status
      publishedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:6cdd34e72fddd8f34d292ef1278d9aec08c7e9cc17103cc97f969413f71b9b55"}) as unknown as TypedDocumentString<SellerProductPublishMutation, SellerProductPublishMutationVariables>;
export const SellerProductArchiveDocument = new TypedDocumentString(`
    mutation SellerProductArchive($input: ProductArchiveInput!) {
  productArchive(input: $input) {
    product {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:6dab17ee36ea44ff007498fb4336f241bc0c79aca85ef48297e972bed7c63c66"}) as unknown as TypedDocumentString<SellerProductArchiveMutation, SellerProductArchiveMutationVariables>;
export const SellerVariantCreateDocument = new TypedDocumentString(`
    mutation SellerVariantCreate($input: VariantCreateInput!) {
  variantCreate(input: $input) {
    variant {
      ...SellerVariantParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerVariantParts on Variant {
  id
  title
  optionValues
  position
  barcode
  weightGrams
  imageUrl
  offers {
    ...SellerOfferParts
  }
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}`, {"hash":"sha256:2245df71721f0567a97966124c08eaccdb7fcb71ad0a627b50251aca04750346"}) as unknown as TypedDocumentString<SellerVariantCreateMutation, SellerVariantCreateMutationVariables>;
export const SellerVariantsCreateDocument = new TypedDocumentString(`
    mutation SellerVariantsCreate($input: VariantsCreateInput!) {
  variantsCreate(input: $input) {
    variants {
      id
      title
      position
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:e1db4cba3311c4e24533841509e3644197d0407d30c29cabbbb4254505fc30fe"}) as unknown as TypedDocumentString<SellerVariantsCreateMutation, SellerVariantsCreateMutationVariables>;
export const SellerVariantUpdateDocument = new TypedDocumentString(`
    mutation SellerVariantUpdate($input: VariantUpdateInput!) {
  variantUpdate(input: $input) {
    variant {
      ...SellerVariantParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerVariantParts on Variant {
  id
  title
  optionValues
  position
  barcode
  weightGrams
  imageUrl
  offers {
    ...SellerOfferParts
  }
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}`, {"hash":"sha256:8b86c2f3cc4dd382b1295f20af126d63663f91b0c9af49c44a278d43228c280a"}) as unknown as TypedDocumentString<SellerVariantUpdateMutation, SellerVariantUpdateMutationVariables>;
export const SellerOfferCreateDocument = new TypedDocumentString(`
    mutation SellerOfferCreate($input: OfferCreateInput!) {
  offerCreate(input: $input) {
    offer {
      ...SellerOfferParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}`, {"hash":"sha256:92305e1c29d7d09bb378164ec92d3d82b1bb6befb631bed342e580af487f6aba"}) as unknown as TypedDocumentString<SellerOfferCreateMutation, SellerOfferCreateMutationVariables>;
export const SellerOfferUpdateDocument = new TypedDocumentString(`
    mutation SellerOfferUpdate($input: OfferUpdateInput!) {
  offerUpdate(input: $input) {
    offer {
      ...SellerOfferParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}`, {"hash":"sha256:6bf7b142479920cad85548f79eaf48c3596504a35991c38bc98f007b7408b697"}) as unknown as TypedDocumentString<SellerOfferUpdateMutation, SellerOfferUpdateMutationVariables>;
export const SellerOffersUpdateDocument = new TypedDocumentString(`
    mutation SellerOffersUpdate($input: OffersUpdateInput!) {
  offersUpdate(input: $input) {
    offers {
      ...SellerOfferParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment UserErrorParts on UserError {
  code
  field
  message
}
fragment SellerOfferParts on Offer {
  id
  version
  status
  condition
  sku
  leadTimeDays
  quantityMax
  requiresShipping
  isInStock
  price {
    ...MoneyParts
  }
  compareAtPrice {
    ...MoneyParts
  }
  stock {
    onHand
    reserved
    available
    updatedAt
  }
}`, {"hash":"sha256:80582a6f85013619b479f9da92032f01ea776dcb713fbd2b7528192c6d427dcb"}) as unknown as TypedDocumentString<SellerOffersUpdateMutation, SellerOffersUpdateMutationVariables>;
export const SellerStocksAdjustDocument = new TypedDocumentString(`
    mutation SellerStocksAdjust($input: StocksAdjustInput!) {
  stocksAdjust(input: $input) {
    stocks {
      onHand
      reserved
      available
      updatedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:eadf8847ff2c5f4b46907a43d836ff3950022d4c6694f0fd5b5d75e9490b2f72"}) as unknown as TypedDocumentString<SellerStocksAdjustMutation, SellerStocksAdjustMutationVariables>;
export const SellerStockMovementsDocument = new TypedDocumentString(`
    query SellerStockMovements($offerId: ID!, $first: Int, $after: String) {
  stockMovements(offerId: $offerId, first: $first, after: $after) {
    nodes {
      id
      delta
      onHandAfter
      reason
      reference
      note
      createdAt
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:136129fdec240345a36f725451cd4cfbaa3aadeb200604286527240681c6f523"}) as unknown as TypedDocumentString<SellerStockMovementsQuery, SellerStockMovementsQueryVariables>;
export const SellerStockSetDocument = new TypedDocumentString(`
    mutation SellerStockSet($input: StockSetInput!) {
  stockSet(input: $input) {
    stock {
      onHand
      reserved
      available
      updatedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:d53989b67b750ef18dd29db37c058a35b584e0c6a645718e82227e2b8fe93377"}) as unknown as TypedDocumentString<SellerStockSetMutation, SellerStockSetMutationVariables>;
export const SellerStockAdjustDocument = new TypedDocumentString(`
    mutation SellerStockAdjust($input: StockAdjustInput!) {
  stockAdjust(input: $input) {
    stock {
      onHand
      reserved
      available
      updatedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:f3ce75a46116d4e48a042c93026cc18677eaa8abd70abe5cf772f9caa1b6b6a7"}) as unknown as TypedDocumentString<SellerStockAdjustMutation, SellerStockAdjustMutationVariables>;
export const SellerProfileDocument = new TypedDocumentString(`
    query SellerProfile($id: ID!) {
  seller(id: $id) {
    id
    name
    slug
    country
    currencyCode
    description
    supportEmail
    availableActions {
      action
      isAllowed
      reason {
        ...UserErrorParts
      }
    }
    business {
      status
      reason
      appliedAt
      decidedAt
      legal {
        form
        legalName
        registrationNumber
        taxId
        tin
        isBirthDateKnown
        birthDate
        line1
        line2
        postalCode
        city
        country
        version
        updatedAt
      }
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:4de3cef928c50125e03f06bcaaec89481846c8d28f9f4b46f65a77f933374d25"}) as unknown as TypedDocumentString<SellerProfileQuery, SellerProfileQueryVariables>;
export const SellerUpdateDocument = new TypedDocumentString(`
    mutation SellerUpdate($input: SellerUpdateInput!) {
  sellerUpdate(input: $input) {
    seller {
      id
      name
      slug
      description
      supportEmail
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:b172936beca74c1a90febb28f59491bbf13126470382eef621140809debc2a9d"}) as unknown as TypedDocumentString<SellerUpdateMutation, SellerUpdateMutationVariables>;
export const SellerLegalUpdateDocument = new TypedDocumentString(`
    mutation SellerLegalUpdate($input: SellerLegalUpdateInput!) {
  sellerLegalUpdate(input: $input) {
    legal {
      form
      legalName
      registrationNumber
      taxId
      tin
      isBirthDateKnown
      birthDate
      line1
      line2
      postalCode
      city
      country
      version
      updatedAt
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:6f4ebed8e5f78c5a8a8ce7fc488decbff24c319fc51bb2fe91ddc2ce8b44c593"}) as unknown as TypedDocumentString<SellerLegalUpdateMutation, SellerLegalUpdateMutationVariables>;
export const SellerCloseDocument = new TypedDocumentString(`
    mutation SellerClose($input: SellerCloseInput!) {
  sellerClose(input: $input) {
    seller {
      id
      business {
        status
      }
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:8182073646d0538604acc1223ad8cb7b332299ee20e9952cae0edf9f415ebe4b"}) as unknown as TypedDocumentString<SellerCloseMutation, SellerCloseMutationVariables>;
export const SellerApiKeyDocument = new TypedDocumentString(`
    query SellerApiKey($id: ID!) {
  apiKey(id: $id) {
    id
    name
    mode
    status
    scopes
    addresses
    createdAt
    expiresAt
    lastUsedAt
    lastUsedPlace
    secrets {
      id
      lastFour
      createdAt
      endsAt
      lastUsedAt
    }
    availableActions {
      action
      isAllowed
      reason {
        ...UserErrorParts
      }
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:88637eda35c6119952d5a8e5a3b82504ab57e4dbd549dd8e9e845a08923f22f6"}) as unknown as TypedDocumentString<SellerApiKeyQuery, SellerApiKeyQueryVariables>;
export const SellerSearchDocument = new TypedDocumentString(`
    query SellerSearch($text: String!, $kinds: [SearchKind!], $first: Int) {
  search(text: $text, kinds: $kinds, first: $first) {
    kind
    hasMore
    hits {
      id
      match
      title
      subtitle
      status
      amount {
        ...MoneyParts
      }
      parentId
      createdAt
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"hash":"sha256:3e0216fe453bc293bd0ddb63e8ec0559d0d48cc125b6f107866f22d9c37609b2"}) as unknown as TypedDocumentString<SellerSearchQuery, SellerSearchQueryVariables>;
export const SellerStatementsDocument = new TypedDocumentString(`
    query SellerStatements($currencyCode: CurrencyCode, $first: Int, $after: String) {
  sellerStatements(currencyCode: $currencyCode, first: $first, after: $after) {
    nodes {
      ...SellerStatementParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SellerStatementParts on SellerStatement {
  id
  number
  status
  month
  currencyCode
  closedAt
  opening {
    ...MoneyParts
  }
  closing {
    ...MoneyParts
  }
  providerOpening {
    ...MoneyParts
  }
  providerClosing {
    ...MoneyParts
  }
  totals {
    kind
    book
    lines
    amount {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:353510e761bb59fe223f9b61ee3665d0ca0458dc2b49788b972edc42a71da6e5"}) as unknown as TypedDocumentString<SellerStatementsQuery, SellerStatementsQueryVariables>;
export const SellerStatementDocument = new TypedDocumentString(`
    query SellerStatement($id: ID!, $first: Int, $after: String) {
  sellerStatement(id: $id) {
    ...SellerStatementParts
    documents {
      id
      number
      kind
      issuedAt
      gross {
        ...MoneyParts
      }
    }
    lines(first: $first, after: $after) {
      nodes {
        seq
        kind
        book
        orderId
        postedAt
        vatBasisPoints
        amount {
          ...MoneyParts
        }
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SellerStatementParts on SellerStatement {
  id
  number
  status
  month
  currencyCode
  closedAt
  opening {
    ...MoneyParts
  }
  closing {
    ...MoneyParts
  }
  providerOpening {
    ...MoneyParts
  }
  providerClosing {
    ...MoneyParts
  }
  totals {
    kind
    book
    lines
    amount {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:190bf04996b64926f359c3dd41ff470b3bc7e952e5f7a78a05f2e8ac09794000"}) as unknown as TypedDocumentString<SellerStatementQuery, SellerStatementQueryVariables>;
export const SellerStatementOpenDocument = new TypedDocumentString(`
    query SellerStatementOpen($currencyCode: CurrencyCode!) {
  sellerStatementOpen(currencyCode: $currencyCode) {
    ...SellerStatementParts
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment SellerStatementParts on SellerStatement {
  id
  number
  status
  month
  currencyCode
  closedAt
  opening {
    ...MoneyParts
  }
  closing {
    ...MoneyParts
  }
  providerOpening {
    ...MoneyParts
  }
  providerClosing {
    ...MoneyParts
  }
  totals {
    kind
    book
    lines
    amount {
      ...MoneyParts
    }
  }
}`, {"hash":"sha256:2f615f8a737e6f9ba8482d2fbe37eab5d663893d10f3e3761c1d3874ca969337"}) as unknown as TypedDocumentString<SellerStatementOpenQuery, SellerStatementOpenQueryVariables>;
export const SellerCommissionInvoicesDocument = new TypedDocumentString(`
    query SellerCommissionInvoices($currencyCode: CurrencyCode, $after: String) {
  commissionInvoices(currencyCode: $currencyCode, first: 20, after: $after) {
    nodes {
      id
      number
      kind
      month
      issuedAt
      statementId
      net {
        ...MoneyParts
      }
      vat {
        ...MoneyParts
      }
      gross {
        ...MoneyParts
      }
      vatGroups {
        basisPoints
        net {
          ...MoneyParts
        }
        vat {
          ...MoneyParts
        }
      }
      issuer {
        name
        taxId
        address
        country
      }
      recipient {
        name
        taxId
        address
        country
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:ef9e37a9b4e2d1389e329a1229d22e0f4afb883377fc3d6d50949021b687d847"}) as unknown as TypedDocumentString<SellerCommissionInvoicesQuery, SellerCommissionInvoicesQueryVariables>;
export const SellerStatementExportDocument = new TypedDocumentString(`
    mutation SellerStatementExport($input: SellerStatementExportCreateInput!) {
  sellerStatementExportCreate(input: $input) {
    export {
      id
      kind
      status
      filename
      path
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:3369c54cbc4219cd74570a7556e290cfacf65129d5381580fc06bc16b2a64336"}) as unknown as TypedDocumentString<SellerStatementExportMutation, SellerStatementExportMutationVariables>;
export const SellerCommissionInvoiceExportDocument = new TypedDocumentString(`
    mutation SellerCommissionInvoiceExport($input: CommissionInvoiceExportCreateInput!) {
  commissionInvoiceExportCreate(input: $input) {
    export {
      id
      kind
      status
      filename
      path
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment UserErrorParts on UserError {
  code
  field
  message
}`, {"hash":"sha256:f9ddbb23b1185740c38efd88a46eeac9e6b329a04d92b65b57dcf3d84d3382b3"}) as unknown as TypedDocumentString<SellerCommissionInvoiceExportMutation, SellerCommissionInvoiceExportMutationVariables>;