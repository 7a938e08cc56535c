/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Has the link mailed that sets a new password. */
export type AccountPasswordResetStartInput = {
  /** The account. */
  accountId: string | number;
  /** Why, at most 1,000 characters. */
  reason: string;
};

/** Lets somebody in again. */
export type AccountReinstateInput = {
  /** The account. */
  accountId: string | number;
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
  accountId: string | number;
  /** Why, at most 1,000 characters. */
  reason: string;
  /** One session; all when absent. */
  sessionId?: string | number | null | undefined;
};

/** What is done about somebody's account, and why. */
export type AccountSuspendInput = {
  /** The account. */
  accountId: string | number;
  /** Why, at most 1,000 characters. */
  reason: string;
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
  sellerId?: string | number | null | undefined;
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
  id: string | number;
};

/** Asks for a new secret of a key. */
export type ApiKeyRotateInput = {
  /** When the new secret ends, at most 365 days from now; 90 days from now when absent. */
  expiresAt?: string | null | undefined;
  /** The key. */
  id: string | number;
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
  actorId?: string | number | null | undefined;
  /** What happened, exactly. */
  kind?: string | null | undefined;
  /** The seller whom it is about. A member may leave it out or name their own. */
  sellerId?: string | number | null | undefined;
  /** From this instant on. */
  since?: string | null | undefined;
  /** What was changed. */
  subject?: string | number | null | undefined;
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
  buyerId: string | number;
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
  planIds?: Array<string | number>;
  /** What the price of one is below. Fits no line in another currency. */
  priceBelow?: MoneyInput | null | undefined;
  /** The least price of one. Fits no line in another currency. */
  priceFrom?: MoneyInput | null | undefined;
  /** The products, at most 500. */
  productIds?: Array<string | number>;
  /** The product types with all that is below them, at most 500. */
  productTypes?: Array<string>;
  /** The sellers, at most 500. */
  sellerIds?: Array<string | number>;
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
  documentId: string | number;
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
  rulesetId: string | number;
};

/** Proposes to publish a draft. */
export type CommissionRulesetPublishInput = {
  /** From when on it is in force: in the future, also when it is approved. */
  effectiveFrom: string;
  /** Why, for whoever approves it; at most 1,000 characters. */
  reason: string;
  /** The draft. */
  rulesetId: string | number;
};

/** Makes a draft, or replaces all of one. */
export type CommissionRulesetSaveInput = {
  /** What buyers pay on top, at most one for each currency. */
  buyerFees?: Array<BuyerFeeInput>;
  /** The draft to replace; a new one when left out. */
  id?: string | number | null | undefined;
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
  rulesetId: string | number;
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

/** Accepts a dispute. */
export type DisputeAcceptInput = {
  /** The dispute. */
  disputeId: string | number;
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
  disputeId: string | number;
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
  disputeId: string | number;
  /** The files that are sent, one for each field. All when it is left out: where the platform has a file of a field, it stands for those of sellers. */
  fileIds?: Array<string | number> | null | undefined;
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
  disputeId: string | number;
  /** What it shows. */
  field: DisputeFileField;
  /** An upload of `disputeFileUpload` whose bytes have been sent. */
  uploadId: string | number;
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
  fileId: string | number;
};

/** Announces a file of evidence. */
export type DisputeFileUploadInput = {
  /** The size in bytes, 1 to 4,718,592. */
  byteSize: number;
  /** The dispute. */
  disputeId: string | number;
  /** The name of the file, at most 255 characters. */
  filename: string;
};

/** The share of one part of an order. */
export type DisputeShareInput = {
  /** Its share, at most what is left of it after refunds. */
  amount: MoneyInput;
  /** The part. */
  sellerOrderId: string | number;
};

/** Says whose share of a dispute is what. */
export type DisputeSharesSetInput = {
  /** The dispute. */
  disputeId: string | number;
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

/** Asks for another address. */
export type EmailChangeInput = {
  /** The new address, at most 254 characters. */
  email: string;
  /** The password of the account. */
  password: string;
};

/** Narrows the list of requests to be erased. What is left out does not narrow. */
export type ErasureFilter = {
  /** Whom they are about. */
  accountId?: string | number | null | undefined;
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
  accountId: string | number;
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
  accountId: string | number;
  /** How it is known that it is they who ask, at most 2,000 characters: what was shown, to whom, and when. */
  evidence: string;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
};

/** Stops a reset before it is done. */
export type FactorResetCancelInput = {
  /** The account. */
  accountId: string | number;
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
  warningId: string | number;
};

/** Believes a payment of which was warned. */
export type FraudWarningSetAsideInput = {
  /** Why, 1 to 1,000 characters. */
  note: string;
  /** The warning. */
  warningId: string | number;
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
  orderId?: string | number | null | undefined;
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
  sellerId?: string | number | null | undefined;
  /** Products with this tag; case does not matter. */
  tag?: string | null | undefined;
};

/** Names the member to let in again. */
export type MemberEnableInput = {
  /** The id of the membership. */
  memberId: string | number;
};

/** Names the invitation to send again. */
export type MemberInvitationResendInput = {
  /** The id of the invitation. */
  invitationId: string | number;
};

/** Names the invitation to take back. */
export type MemberInvitationRevokeInput = {
  /** The id of the invitation. */
  invitationId: string | number;
};

/** Invites somebody to act for the seller that the request acts for. */
export type MemberInviteInput = {
  /** The address; whether it has an account is told to nobody. */
  email: string;
  /** What they will do. */
  role: SellerMemberRole;
  /** Which role of the seller's own, when the role is CUSTOM. */
  roleId?: string | number | null | undefined;
};

/** Names the seller to leave. */
export type MemberLeaveInput = {
  /** The id of the seller. */
  sellerId: string | number;
};

/** Names the member to remove. */
export type MemberRemoveInput = {
  /** The id of the membership. */
  memberId: string | number;
};

/** Gives a member another role. */
export type MemberRoleSetInput = {
  /** The id of the membership. */
  memberId: string | number;
  /** What they will do. OWNER is offered by ownershipTransfer instead. */
  role: SellerMemberRole;
  /** Which role of the seller's own, when the role is CUSTOM. */
  roleId?: string | number | null | undefined;
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
  subject: string | number;
  /** The text, plain, 1 to 5,000 characters without the space around it. */
  text: string;
};

/** Deletes a note. */
export type NoteDeleteInput = {
  /** The note. */
  noteId: string | number;
};

/** Changes a note that you have written. */
export type NoteEditInput = {
  /** The note. */
  noteId: string | number;
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
  ids: Array<string | number>;
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
  variantId: string | number;
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
  id: string | number;
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

/** Chooses invitations of operators. What is left out does not narrow. */
export type OperatorInvitationFilter = {
  /** Those that are PROPOSED or OPEN, or all others. */
  isOpen?: boolean | null | undefined;
};

/** Names the invitation to send again. */
export type OperatorInvitationResendInput = {
  /** The id of the invitation. */
  invitationId: string | number;
};

/** Names the invitation to take back. */
export type OperatorInvitationRevokeInput = {
  /** The id of the invitation. */
  invitationId: string | number;
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
  accountId: string | number;
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
  accountId: string | number;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
  /** What they are to do. */
  role: OperatorRole;
};

/** Cancels an order that awaits payment. */
export type OrderCancelInput = {
  /** The order. */
  orderId: string | number;
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
  sellerId?: string | number | null | undefined;
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
  memberId: string | number;
  /** Why, at most 1,000 characters. Whoever approves reads it. */
  reason: string;
  /** The seller. */
  sellerId: string | number;
};

/** Names the offer to accept. */
export type OwnershipTransferAcceptInput = {
  /** The id of the offer. */
  offerId: string | number;
};

/** Names the offer to take back. */
export type OwnershipTransferCancelInput = {
  /** The id of the offer. */
  offerId: string | number;
};

/** Names the offer to decline. */
export type OwnershipTransferDeclineInput = {
  /** The id of the offer. */
  offerId: string | number;
};

/** Offers the ownership of the seller that the request acts for. */
export type OwnershipTransferInput = {
  /** What you will be then; a manager when absent, an owner still when OWNER. */
  formerRole?: SellerMemberRole | null | undefined;
  /** The member who is asked to be an owner. */
  memberId: string | number;
};

/** Gives a parked job one more attempt. */
export type ParkedJobRetryInput = {
  /** The number of the job. */
  jobId: string | number;
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
  passkeyId: string | number;
  /** The password of the account. */
  password: string;
};

/** Asks for a passkey to be called otherwise. */
export type PasskeyRenameInput = {
  /** What to call it, up to 60 characters. */
  name: string;
  /** The passkey. */
  passkeyId: string | number;
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
  sellerId?: string | number | null | undefined;
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
  sellerId?: string | number | null | undefined;
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
  subject: string | number;
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
  accountId?: string | number | null | undefined;
  /** Why; an operator must say. It goes on record. */
  reason?: string | null | undefined;
};

/** Names the product to archive. */
export type ProductArchiveInput = {
  /** The id of the product. */
  id: string | number;
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
  uploadId?: string | number | null | undefined;
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
  uploadId: string | number;
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
  id: string | number;
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
  id: string | number;
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
  id: string | number;
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
  subject?: string | number | null | undefined;
};

/** Rejects a proposal. */
export type ProposalRejectInput = {
  /** The proposal. */
  id: string | number;
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
  id: string | number;
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
  sellerId?: string | number | null | undefined;
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
  differenceId: string | number;
  /** The other difference, a journal without a movement, for LINKED. */
  linkedId?: string | number | null | undefined;
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
  refundId: string | number;
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
  orderId: string | number;
  /** Why. */
  reason: RefundReason;
};

/** What of a line is given back: units with all that was paid for them, or an amount; and an amount of its shipping. */
export type RefundLineInput = {
  /** An amount of the goods. */
  amount?: MoneyInput | null | undefined;
  /** The line. */
  lineId: string | number;
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
  orderId?: string | number | null | undefined;
  /** Only refunds that take from this seller. A member's own when it is left out; those of all for an operator. */
  sellerId?: string | number | null | undefined;
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
  refundId: string | number;
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
  orderId: string | number;
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
  id: string | number;
};

/** A view to save. */
export type SavedViewSaveInput = {
  /** The view that it replaces; a new one when it is absent. */
  id?: string | number | null | undefined;
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

/** Asks to sell. */
export type SellerApplyInput = {
  /** The terms that are accepted with it, ids of versions in force: the seller terms, the privacy notice, the consent to marketing. Without the seller terms among them, or accepted before, the answer is TERMS_REQUIRED; while no version is in force, nothing is needed. At most 20. */
  acceptTermsVersionIds?: Array<string | number> | null | undefined;
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
  sellerId: string | number;
};

/** Names the seller to approve. */
export type SellerApproveInput = {
  /** What is added to the mail to the owners, at most 1,000 characters. */
  note?: string | null | undefined;
  /** The id of the seller. */
  sellerId: string | number;
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
  sellerId: string | number;
  /** The VAT on it in basis points, 0 to 10,000. */
  vatBasisPoints?: number | null | undefined;
};

/** What a member does: a role that every seller has, or one of the seller's own. */
export type SellerChargeInput = {
  /** The role. */
  role: SellerMemberRole;
  /** Which role of the seller's own, when the role is CUSTOM. */
  roleId?: string | number | null | undefined;
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
  chargeId: string | number;
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
  sellerId: string | number;
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
  sellerId: string | number;
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
  debtId: string | number;
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
  debtId: string | number;
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
  sellerId?: string | number | null | undefined;
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
  sellerId?: string | number | null | undefined;
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
  roleId?: string | number | null | undefined;
  /** Whose members; operators have to say, members get those of the seller they act for. */
  sellerId?: string | number | null | undefined;
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
  sellerId?: string | number | null | undefined;
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
  sellerId?: string | number | null | undefined;
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
  sellerId?: string | number | null | undefined;
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
  sellerOrderId: string | number;
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
  lineId: string | number;
  /** How many units, at least 1. */
  quantity: number;
};

/** Takes a shipment back of which nobody was told yet. */
export type SellerOrderShipmentWithdrawInput = {
  /** The shipment. */
  shipmentId: string | number;
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
  payoutId: string | number;
};

/** Keeps money of a seller from leaving. */
export type SellerPayoutHoldInput = {
  /** Why, at most 1,000 characters. The seller reads it. */
  reason: string;
  /** The seller. */
  sellerId: string | number;
  /** One of the seller's orders: only its money is held, as far as it was not transferred. All of the seller's money when it is left out. */
  sellerOrderId?: string | number | null | undefined;
  /** When it ends by itself, within a year; until it is lifted when it is left out. */
  until?: string | null | undefined;
};

/** Lets go what is held. */
export type SellerPayoutHoldLiftInput = {
  /** The hold. */
  holdId: string | number;
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
  sellerId: string | number;
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
  sellerId: string | number;
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
  planId: string | number;
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
  planId?: string | number | null | undefined;
  /** Why, at most 1,000 characters; members of the seller read it. */
  reason: string;
  /** The seller. */
  sellerId: string | number;
};

/** Takes back a change of a seller's plan that has not begun. */
export type SellerPlanAssignmentCancelInput = {
  /** The assignment. */
  assignmentId: string | number;
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
  planId?: string | number | null | undefined;
  /** The seller. */
  sellerId: string | number;
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
  planId: string | number;
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
  sellerId?: string | number | null | undefined;
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
  sellerId: string | number;
};

/** Names the seller to reject, with the reason that its owner reads. */
export type SellerRejectInput = {
  /** The reason, at most 1,000 characters. */
  reason: string;
  /** The reason in one word; it is kept beside the reason. */
  reasonCode?: SellerRefusalCode | null | undefined;
  /** The id of the seller. */
  sellerId: string | number;
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
  sellerId: string | number;
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
  roleId: string | number;
};

/** Chooses roles. */
export type SellerRoleFilter = {
  /** Only those with this in their name, at most 100 characters; case and accents do not matter. */
  search?: string | null | undefined;
  /** Whose roles; operators have to say, members get those of the seller they act for. */
  sellerId?: string | number | null | undefined;
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
  roleId: string | number;
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
  statementId: string | number;
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
  sellerId: string | number;
};

/** Changes what the public reads of a seller; what is absent stays. */
export type SellerUpdateInput = {
  /** What the seller says of itself, at most 2,000 characters. */
  description?: string | null | undefined;
  /** The name, at most 80 characters. The slug stays. */
  name?: string | null | undefined;
  /** Which seller; operators have to say. */
  sellerId?: string | number | null | undefined;
  /** Where buyers write to; empty: nowhere. */
  supportEmail?: string | null | undefined;
};

/** Ends a session of one's own. */
export type SessionRevokeInput = {
  /** The session. */
  id: string | number;
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
  offerId: string | number;
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
  offerId: string | number;
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
  remittanceId: string | number;
};

/** Accepts versions of the terms. */
export type TermsAcceptInput = {
  /** The ids of versions that are in force, 1 to 20. What you have accepted already stays as it was. */
  versionIds: Array<string | number>;
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
  versionId: string | number;
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
  sellerId?: string | number | null | undefined;
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
  id: string | number;
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
  productId: string | number;
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
  id: string | number;
  /** The https address of a picture; empty clears it. */
  imageUrl?: string | null | undefined;
  /** The weight in grams. */
  weightGrams?: number | null | undefined;
};

/** Adds variants to a product of one's own. */
export type VariantsCreateInput = {
  /** The id of the product. */
  productId: string | number;
  /** The variants, 1 to 100. */
  variants: Array<VariantInput>;
};

/** Ends a grant. */
export type ViewAsEndInput = {
  /** The grant. */
  id: string | number;
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
  sellerId: string | number;
};

/** Asks to change something while viewing as a seller. */
export type ViewAsWriteInput = {
  /** The grant. */
  id: string | number;
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
  id: string | number;
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
  id: string | number;
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
  id: string | number;
};

/** Chooses webhooks. What is left out does not narrow. */
export type WebhookEndpointFilter = {
  /** For operators: the webhooks of this seller; those of the platform when absent. A member may leave it out or name their own. */
  sellerId?: string | number | null | undefined;
};

/** Asks for a new secret of a webhook. */
export type WebhookEndpointSecretRotateInput = {
  /** The webhook. */
  id: string | number;
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
  id: string | number;
};

/** Says how a webhook is to be from now on. */
export type WebhookEndpointUpdateInput = {
  /** What people will call it, at most 200 characters. */
  description?: string;
  /** What it is told of, as in webhookEndpointCreate. */
  events: Array<WebhookEvent>;
  /** The webhook. */
  id: string | number;
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
  id: string | number;
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
  id: string | number;
}>;


export type AdminProductQuery = { product: { variantCount: number, id: string, title: string, slug: string, status: ProductStatus, descriptionHtml: string, brand: string, productType: string, tags: Array<string>, optionNames: Array<string>, publishedAt: string | null, updatedAt: string, options: Array<{ name: string, values: Array<string>, valueCount: number }>, images: Array<{ url: string, smallUrl: string, alt: string }>, createdBy: { id: string } | null, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> } | null };

export type AdminProductVariantsQueryVariables = Exact<{
  id: string | number;
  filter?: VariantFilter | null | undefined;
  size?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminProductVariantsQuery = { product: { id: string, variantsConnection: { nodes: Array<{ id: string, title: string, optionValues: Array<string>, barcode: string, weightGrams: number, imageUrl: string, offers: Array<{ id: string, version: number, status: OfferStatus, condition: OfferCondition, sku: string | null, leadTimeDays: number, quantityMax: number, requiresShipping: boolean, seller: { id: string } | null, price: { amount: string, currencyCode: string } | null, compareAtPrice: { amount: string, currencyCode: string } | null, stock: { onHand: number, reserved: number, available: number } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type AdminProductOffersQueryVariables = Exact<{
  id: string | number;
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
  offerId: string | number;
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
  id: string | number;
}>;


export type AdminRulesetQuery = { commissionRuleset: { revision: number, id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null, rules: Array<{ id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, planIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } }>, buyerFees: Array<{ currencyCode: string, basisPoints: number, refund: CommissionRefundPolicy, fixed: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }> } | null };

export type AdminRulesetInForceQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminRulesetInForceQuery = { commissionRulesetInForce: { revision: number, id: string, version: number | null, status: CommissionRulesetStatus, note: string, effectiveFrom: string | null, createdAt: string | null, publishedAt: string | null, cancelledAt: string | null, rules: Array<{ id: string, name: string, basisPoints: number, vatBasisPoints: number, refund: CommissionRefundPolicy, when: { sellerIds: Array<string>, planIds: Array<string>, productIds: Array<string>, productTypes: Array<string>, brands: Array<string>, conditions: Array<string>, currencyCodes: Array<string>, countries: Array<string>, priceFrom: { amount: string, currencyCode: string } | null, priceBelow: { amount: string, currencyCode: string } | null }, tiers: { by: CommissionMeasure, days: number, isMarginal: boolean, tiers: Array<{ basisPoints: number, from: { amount: string, currencyCode: string } }> } | null, amounts: Array<{ currencyCode: string, perUnit: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, perOrder: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }>, base: { beforeDiscount: boolean, withTax: boolean, withShipping: boolean } }>, buyerFees: Array<{ currencyCode: string, basisPoints: number, refund: CommissionRefundPolicy, fixed: { amount: string, currencyCode: string }, perLine: { amount: string, currencyCode: string }, floor: { amount: string, currencyCode: string } | null, cap: { amount: string, currencyCode: string } | null }> } | null };

export type AdminSimulationQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminSimulationQuery = { commissionSimulation: { id: string, status: CommissionSimulationStatus, paidFrom: string, paidBefore: string, orderCount: number, doneCount: number, totals: Array<{ lineCount: number, seller: { id: string, name: string } | null, before: { amount: string, currencyCode: string }, after: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }>, sellers: { nodes: Array<{ lineCount: number, seller: { id: string, name: string } | null, before: { amount: string, currencyCode: string }, after: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type AdminCommissionExplainQueryVariables = Exact<{
  orderLineId: string | number;
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
  sellerId?: string | number | null | undefined;
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
  id: string | number;
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
  id: string | number;
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
  id: string | number;
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
  sellerId?: string | number | null | undefined;
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
  id: string | number;
  after?: string | null | undefined;
}>;


export type LiveSellerOrderSubscription = { sellerOrderUpdated: { eventId: string, event: string } | null };

export type LiveOrderSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type LiveOrderSubscription = { orderUpdated: { eventId: string, event: string } | null };

export type PayoutAccountQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
}>;


export type PayoutAccountQuery = { payoutAccount: { id: string, status: PayoutAccountStatus, refusal: string | null, isDetailsSubmitted: boolean, canReceive: boolean, canPayOut: boolean, currentlyDue: Array<string>, dueBy: string | null, eventuallyDue: Array<string>, futureDue: Array<string>, futureDueBy: string | null, bankStatus: string, disabledReason: string, bankLast4: string, payoutBlock: string, nextPayoutAt: string, embeddingKey: string | null, requirementErrors: Array<{ requirement: string, code: string }> } | null };

export type SellerBalancesQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
}>;


export type SellerBalancesQuery = { sellerBalances: Array<{ currencyCode: string, held: { amount: string, currencyCode: string }, releasable: { amount: string, currencyCode: string }, pending: { amount: string, currencyCode: string }, available: { amount: string, currencyCode: string }, inTransit: { amount: string, currencyCode: string }, paidOut: { amount: string, currencyCode: string }, disputed: { amount: string, currencyCode: string }, reserve: { amount: string, currencyCode: string }, debt: { amount: string, currencyCode: string } }> | null };

export type ReleasesQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
  status?: ReleaseStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ReleasesQuery = { releases: { nodes: Array<{ id: string, status: ReleaseStatus, releaseAt: string | null, blockedBecause: ReleaseBlockReason | null, nextAttemptAt: string | null, releasedAt: string | null, transferredAt: string | null, createdAt: string, amount: { amount: string, currencyCode: string }, taken: { amount: string, currencyCode: string }, sellerOrder: { id: string, number: string, seller: { id: string, name: string } | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type TransfersQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
  status?: TransferStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TransfersQuery = { transfers: { nodes: Array<{ id: string, status: TransferStatus, providerId: string | null, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string }, seller: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PayoutsQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
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
  subject: string | number;
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
  id: string | number;
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
  id: string | number;
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
  sellerId?: string | number | null | undefined;
}>;


export type AdminPayoutOutlookQuery = { sellerPayoutOutlook: Array<{ currencyCode: string, nextAt: string | null, blockedBy: Array<PayoutBlock>, text: string, amount: { amount: string, currencyCode: string }, minimum: { amount: string, currencyCode: string } | null, takenBack: { amount: string, currencyCode: string } | null }> | null };

export type AdminPayoutScheduleQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
}>;


export type AdminPayoutScheduleQuery = { payoutAccount: { id: string, schedule: { kind: PayoutScheduleKind, anchor: number, minimums: Array<{ amount: string, currencyCode: string }> } } | null };

export type AdminPayoutPoliciesQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
}>;


export type AdminPayoutPoliciesQuery = { sellerPayoutPolicies: Array<{ id: string, holdFrom: PayoutHoldStart | null, holdDays: number | null, reserveBasisPoints: number | null, reserveDays: number | null, reason: string, effectiveAt: string, createdAt: string }> | null };

export type AdminManualPayoutsQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
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
  sellerId?: string | number | null | undefined;
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
  id: string | number;
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
  id: string | number;
}>;


export type AdminAccountQuery = { account: { id: string, email: string | null, name: string, isMasked: boolean, revealedUntil: string | null, isEmailVerified: boolean, isGuest: boolean, createdAt: string, suspendedAt: string | null } | null };

export type AdminAccountSessionsQueryVariables = Exact<{
  accountId: string | number;
}>;


export type AdminAccountSessionsQuery = { accountSessions: { nodes: Array<{ id: string, agent: string, place: string, createdAt: string, lastSeenAt: string }> } | null };

export type AdminBuyerCreditQueryVariables = Exact<{
  buyerId?: string | number | null | undefined;
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
  sellerId: string | number;
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
  sellerId?: string | number | null | undefined;
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
  id: string | number;
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
  orderId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AdminOrderRefundsQuery = { refunds: { nodes: Array<{ id: string, orderId: string, orderNumber: string, status: RefundStatus, method: RefundMethod, reason: RefundReason, note: string, failure: string, isRestocked: boolean, createdAt: string, settledAt: string | null, amount: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminRefundsQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
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
  sellerId: string | number;
}>;


export type AdminRiskRatingsQuery = { sellerRiskRatings: Array<{ id: string, tier: SellerRiskTier, isAutomatic: boolean, reason: string, createdAt: string }> | null };

export type AdminExposureQueryVariables = Exact<{
  sellerId: string | number;
}>;


export type AdminExposureQuery = { sellerExposure: Array<{ currencyCode: string, moved: { amount: string, currencyCode: string }, debt: { amount: string, currencyCode: string }, cover: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string } }> | null };

export type AdminRiskTierSetMutationVariables = Exact<{
  input: SellerRiskTierSetInput;
}>;


export type AdminRiskTierSetMutation = { sellerRiskTierSet: { rating: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } | null };

export type AdminDebtsQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
  status?: SellerDebtStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminDebtsQuery = { sellerDebts: { nodes: Array<{ id: string, cause: SellerDebtCause, status: SellerDebtStatus, age: SellerDebtAge, createdAt: string, nextAttemptAt: string | null, seller: { id: string, name: string } | null, sellerOrder: { id: string, number: string } | null, amount: { amount: string, currencyCode: string }, collected: { amount: string, currencyCode: string }, fromHeld: { amount: string, currencyCode: string }, fromTransfers: { amount: string, currencyCode: string }, fromReleases: { amount: string, currencyCode: string }, fromReserve: { amount: string, currencyCode: string }, fromBalance: { amount: string, currencyCode: string }, writtenOff: { amount: string, currencyCode: string }, open: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminDebitConsentQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
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
  id: string | number;
}>;


export type AdminSellerNameQuery = { seller: { id: string, name: string } | null };

export type AdminSellerChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type AdminSellerChoicesQuery = { sellers: { nodes: Array<{ id: string, name: string, country: string }>, pageInfo: { hasNextPage: boolean } } | null };

export type OperatorSellerQueryVariables = Exact<{
  id: string | number;
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
  sellerId: string | number;
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
  sellerId?: string | number | null | undefined;
  currencyCode?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminStatementsQuery = { sellerStatements: { nodes: Array<{ id: string | null, number: string | null, month: string, currencyCode: string, closedAt: string | null, seller: { id: string, name: string } | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminInvoicesQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
  currencyCode?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminInvoicesQuery = { commissionInvoices: { nodes: Array<{ id: string, number: string, kind: CommissionDocumentKind, statementId: string, month: string, issuedAt: string, seller: { id: string, name: string } | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminStatementQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminStatementQuery = { sellerStatement: { id: string | null, number: string | null, closedAt: string | null, month: string, currencyCode: string, seller: { id: string, name: string } | null, documents: Array<{ id: string, number: string, kind: CommissionDocumentKind, statementId: string, month: string, issuedAt: string, issuer: { name: string, taxId: string, address: string, country: string }, recipient: { name: string, taxId: string, address: string, country: string }, vatGroups: Array<{ basisPoints: number, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string } }>, seller: { id: string, name: string } | null, net: { amount: string, currencyCode: string }, vat: { amount: string, currencyCode: string }, gross: { amount: string, currencyCode: string } }> | null, lines: { nodes: Array<{ seq: string, kind: StatementLineKind, book: StatementBook, orderId: string | null, postedAt: string, sellerOrder: { id: string, number: string } | null, amount: { amount: string, currencyCode: string }, journal: { id: string, kind: LedgerJournalKind } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerOpening: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string }, totals: Array<{ kind: StatementLineKind, book: StatementBook, lines: string, amount: { amount: string, currencyCode: string } }>, parts: Array<{ kind: StatementPartKind, book: StatementBook, opening: { amount: string, currencyCode: string }, cameIn: { amount: string, currencyCode: string }, wentOut: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string } }> | null } | null };

export type AdminStatementOpenQueryVariables = Exact<{
  sellerId?: string | number | null | undefined;
  currencyCode: string;
}>;


export type AdminStatementOpenQuery = { sellerStatementOpen: { month: string, currencyCode: string, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, providerOpening: { amount: string, currencyCode: string }, providerClosing: { amount: string, currencyCode: string }, totals: Array<{ kind: StatementLineKind, book: StatementBook, lines: string, amount: { amount: string, currencyCode: string } }>, parts: Array<{ kind: StatementPartKind, book: StatementBook, opening: { amount: string, currencyCode: string }, cameIn: { amount: string, currencyCode: string }, wentOut: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string } }> | null } | null };

export type AdminFileQueryVariables = Exact<{
  id: string | number;
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
  sellerId: string | number;
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
  id: string | number;
}>;


export type AdminWebhookQuery = { webhookEndpoint: { id: string, url: string, description: string, events: Array<WebhookEvent>, payloadVersion: string, status: WebhookEndpointStatus, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, firstFailedAt: string | null, version: number, createdAt: string, updatedAt: string, madeBy: { id: string, name: string, email: string | null } | null, secrets: Array<{ id: string, lastFour: string, createdAt: string, endsAt: string | null }>, availableActions: Array<{ action: string, isAllowed: boolean, reason: { code: ErrorCode, field: Array<string> | null, message: string } | null }> } | null };

export type AdminWebhookDeliveriesQueryVariables = Exact<{
  endpointId: string | number;
  filter?: WebhookDeliveryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AdminWebhookDeliveriesQuery = { webhookDeliveries: { nodes: Array<{ id: string, event: WebhookEvent, objectId: string, status: WebhookDeliveryStatus, nextAttemptAt: string | null, occurredAt: string, createdAt: string, endedAt: string | null, attempts: Array<{ number: number, outcome: WebhookAttemptOutcome, statusCode: number | null, durationMs: number | null, problem: string, startedAt: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AdminWebhookDeliveryQueryVariables = Exact<{
  id: string | number;
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
export const PagePartsFragmentDoc = new TypedDocumentString(`
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageParts"}) as unknown as TypedDocumentString<PagePartsFragment, unknown>;
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
export const AdminOwnBusinessDocument = {"__meta__":{"hash":"sha256:9017f7a78f6448adee8f0205e56b6a546b19fa42fb201f9a8cfbd721dbc27da3"}} as unknown as TypedDocumentString<AdminOwnBusinessQuery, AdminOwnBusinessQueryVariables>;
export const AdminOwnProfileUpdateDocument = {"__meta__":{"hash":"sha256:c185eca13956f4151b6f67f9976230ced9143369be0354258e61a639f884f810"}} as unknown as TypedDocumentString<AdminOwnProfileUpdateMutation, AdminOwnProfileUpdateMutationVariables>;
export const AdminOwnLegalUpdateDocument = {"__meta__":{"hash":"sha256:545e0a03b49a6e4131f0057e4cb55b61fb08a0bdf0097c5546dfc21bed128774"}} as unknown as TypedDocumentString<AdminOwnLegalUpdateMutation, AdminOwnLegalUpdateMutationVariables>;
export const AdminOwnPlanDocument = {"__meta__":{"hash":"sha256:02898bb3cb7b3cd5a7b2b57704650b1ba8762dcd4aea2588955613c70f7c7a20"}} as unknown as TypedDocumentString<AdminOwnPlanQuery, AdminOwnPlanQueryVariables>;
export const AdminOwnChargesDocument = {"__meta__":{"hash":"sha256:f4f5411000097c892e6daf8aa1f7911ac0b194623ac63118459065780a770f04"}} as unknown as TypedDocumentString<AdminOwnChargesQuery, AdminOwnChargesQueryVariables>;
export const AdminOwnOpenOrdersDocument = {"__meta__":{"hash":"sha256:d8a49f0b6e9d9b91ba9c23c1f0f58c62c8dcd88ddda52843db91594b4d1cf91a"}} as unknown as TypedDocumentString<AdminOwnOpenOrdersQuery, AdminOwnOpenOrdersQueryVariables>;
export const AdminOwnStartDocument = {"__meta__":{"hash":"sha256:b18d6338a25de738d760a948548a186545e007a467bcaf99b31528ba728edf1e"}} as unknown as TypedDocumentString<AdminOwnStartQuery, AdminOwnStartQueryVariables>;
export const AdminOwnCloseDocument = {"__meta__":{"hash":"sha256:591bb18aa173d9baf610fdfab4627315226dd7e0b08e993ff910cd3495f0f4c2"}} as unknown as TypedDocumentString<AdminOwnCloseMutation, AdminOwnCloseMutationVariables>;
export const AdminProductDocument = {"__meta__":{"hash":"sha256:7b37e34697a3d1d2cb1716f7826b848ad58bf96e0a40f8a46d59fb74fb1d0f87"}} as unknown as TypedDocumentString<AdminProductQuery, AdminProductQueryVariables>;
export const AdminProductVariantsDocument = {"__meta__":{"hash":"sha256:52bf5f43f1b83480aacd69555a8fc75ad93652af0e6a9e990c4fb965ad4cb913"}} as unknown as TypedDocumentString<AdminProductVariantsQuery, AdminProductVariantsQueryVariables>;
export const AdminProductOffersDocument = {"__meta__":{"hash":"sha256:a023b350372ff2801ef280cdec0e6452ce21a4edc9b5af15aa44448bd3261ad9"}} as unknown as TypedDocumentString<AdminProductOffersQuery, AdminProductOffersQueryVariables>;
export const AdminProductCreateDocument = {"__meta__":{"hash":"sha256:a6f7f4906be40302451866dd9dde1d89af8e109732b67a6e4d62dd135be1ec92"}} as unknown as TypedDocumentString<AdminProductCreateMutation, AdminProductCreateMutationVariables>;
export const AdminProductImageUploadDocument = {"__meta__":{"hash":"sha256:b06f1a813b9b2602c028fb9392c17e23d89800cb7bd73e340b3c4957903fc7bb"}} as unknown as TypedDocumentString<AdminProductImageUploadMutation, AdminProductImageUploadMutationVariables>;
export const AdminProductUpdateDocument = {"__meta__":{"hash":"sha256:17536fd61d944f8c6369d97af30f2f70b43eec2d3b5566cbeb9e2109ca6a0c53"}} as unknown as TypedDocumentString<AdminProductUpdateMutation, AdminProductUpdateMutationVariables>;
export const AdminProductPublishDocument = {"__meta__":{"hash":"sha256:74f0b122456fcef38bcce64ab3d3ebd5b2e1d1aa6d097c4073774209c9d7acbd"}} as unknown as TypedDocumentString<AdminProductPublishMutation, AdminProductPublishMutationVariables>;
export const AdminProductArchiveDocument = {"__meta__":{"hash":"sha256:ab95aa8e35b0014978e28d43b7f255cbd63ed58b103110fd29737cadc4d5ba48"}} as unknown as TypedDocumentString<AdminProductArchiveMutation, AdminProductArchiveMutationVariables>;
export const AdminVariantCreateDocument = {"__meta__":{"hash":"sha256:970563095a4b036d9c76ac8fffdd392228162a037c849bbc034976d1e3566b7f"}} as unknown as TypedDocumentString<AdminVariantCreateMutation, AdminVariantCreateMutationVariables>;
export const AdminVariantsCreateDocument = {"__meta__":{"hash":"sha256:8a33b2a6f1f0fe6be92294cf7184de74f5fcb742c476f38d58eed2ed44275502"}} as unknown as TypedDocumentString<AdminVariantsCreateMutation, AdminVariantsCreateMutationVariables>;
export const AdminVariantUpdateDocument = {"__meta__":{"hash":"sha256:03a089baddad8a2ebb36f39d873e7fd47fb8f03579c833b8afca2cbd9e172d9c"}} as unknown as TypedDocumentString<AdminVariantUpdateMutation, AdminVariantUpdateMutationVariables>;
export const AdminOfferCreateDocument = {"__meta__":{"hash":"sha256:e7335474cded0411d649c11edce1d491ff52fd8b7f2fecbdd0050f6456bded44"}} as unknown as TypedDocumentString<AdminOfferCreateMutation, AdminOfferCreateMutationVariables>;
export const AdminOfferUpdateDocument = {"__meta__":{"hash":"sha256:6097a8f1d61e843d7dcae36b4a1e86b89968364b890d6bb809db55a5c990c689"}} as unknown as TypedDocumentString<AdminOfferUpdateMutation, AdminOfferUpdateMutationVariables>;
export const AdminOffersUpdateDocument = {"__meta__":{"hash":"sha256:1a1ab8997064843952385a561fd9d0050dcdcf2f624dce9dd617f7b4eb7f3397"}} as unknown as TypedDocumentString<AdminOffersUpdateMutation, AdminOffersUpdateMutationVariables>;
export const AdminStocksAdjustDocument = {"__meta__":{"hash":"sha256:67505232af1f4efc2a3702cb6b2d5add51e08c85901acfd15ff891d064d74ace"}} as unknown as TypedDocumentString<AdminStocksAdjustMutation, AdminStocksAdjustMutationVariables>;
export const AdminStockSetDocument = {"__meta__":{"hash":"sha256:746c15db35ef58f237f5d610de5580490b758fd7d80e821b99a94165702d32f2"}} as unknown as TypedDocumentString<AdminStockSetMutation, AdminStockSetMutationVariables>;
export const AdminStockAdjustDocument = {"__meta__":{"hash":"sha256:dc92ee479a1e67a3b6d586ffc2f5efa287fde5b88aa78d5963582c1d185e6f35"}} as unknown as TypedDocumentString<AdminStockAdjustMutation, AdminStockAdjustMutationVariables>;
export const AdminStockMovementsDocument = {"__meta__":{"hash":"sha256:f3b35e437669ca4b5a65cd639edf1a98f38611b5b13cbf469275a224ac68cfc8"}} as unknown as TypedDocumentString<AdminStockMovementsQuery, AdminStockMovementsQueryVariables>;
export const AdminCatalogueSearchDocument = {"__meta__":{"hash":"sha256:1666d9cdf065787ac9d41e77b0d07c87b6939ce5591fd6badad76fcfd8406305"}} as unknown as TypedDocumentString<AdminCatalogueSearchQuery, AdminCatalogueSearchQueryVariables>;
export const AdminCatalogueDocument = {"__meta__":{"hash":"sha256:da2d8668da727db662c76929a6acecb86bc092e621fe232d79e3dcb5d288c055"}} as unknown as TypedDocumentString<AdminCatalogueQuery, AdminCatalogueQueryVariables>;
export const AdminRulesetsDocument = {"__meta__":{"hash":"sha256:8d8b926ea8f3bf44c33c29a8fe27e41d04fbf6e273f360994942e6a44649cdda"}} as unknown as TypedDocumentString<AdminRulesetsQuery, AdminRulesetsQueryVariables>;
export const AdminRulesetDocument = {"__meta__":{"hash":"sha256:34a6c2a3a20f06a68921fb20f6be0f11b5c683f2805ee387368a0f3418889c7f"}} as unknown as TypedDocumentString<AdminRulesetQuery, AdminRulesetQueryVariables>;
export const AdminRulesetInForceDocument = {"__meta__":{"hash":"sha256:b27de8f509a975b0079771914e91f662da98b6efce01284f0ac467f1e1bae864"}} as unknown as TypedDocumentString<AdminRulesetInForceQuery, AdminRulesetInForceQueryVariables>;
export const AdminSimulationDocument = {"__meta__":{"hash":"sha256:bd7e7cb29a537c08f58470cea2ae404d18d88a6beffebf2b946cc5dcf9303e1b"}} as unknown as TypedDocumentString<AdminSimulationQuery, AdminSimulationQueryVariables>;
export const AdminCommissionExplainDocument = {"__meta__":{"hash":"sha256:5e728c59cedec7aa0da57b675aac577c62e718e5a690dba5dc2892d8cf7763d0"}} as unknown as TypedDocumentString<AdminCommissionExplainQuery, AdminCommissionExplainQueryVariables>;
export const AdminRulesetSaveDocument = {"__meta__":{"hash":"sha256:7018ac6e7c3da5244723ba8286b373b821e9f91f17b3729143d0b63e254f1f71"}} as unknown as TypedDocumentString<AdminRulesetSaveMutation, AdminRulesetSaveMutationVariables>;
export const AdminRulesetPublishDocument = {"__meta__":{"hash":"sha256:21b05b6863813d3f2acb2718d34e3079fe4c8916bba66a7524ac7fd8b53b7791"}} as unknown as TypedDocumentString<AdminRulesetPublishMutation, AdminRulesetPublishMutationVariables>;
export const AdminRulesetCancelDocument = {"__meta__":{"hash":"sha256:4807ea188226bf92472c01f420634e9cb037cc82a2cf1641e0940254eb32ea12"}} as unknown as TypedDocumentString<AdminRulesetCancelMutation, AdminRulesetCancelMutationVariables>;
export const AdminSimulateDocument = {"__meta__":{"hash":"sha256:3a3d5e30a3cb518d8ca7b32181f2fa4a8234e35fec71b7b61578c2191764e495"}} as unknown as TypedDocumentString<AdminSimulateMutation, AdminSimulateMutationVariables>;
export const AdminDisputesDocument = {"__meta__":{"hash":"sha256:df7eb56680a428929134cb91f11c3e71edba10e2036c660d7046c5e4041e6245"}} as unknown as TypedDocumentString<AdminDisputesQuery, AdminDisputesQueryVariables>;
export const AdminDisputeDocument = {"__meta__":{"hash":"sha256:6d06b05e8ad96dbe8d6f4d921d6825b26427ca03a6b6e3a33bd3ec20ebc9497a"}} as unknown as TypedDocumentString<AdminDisputeQuery, AdminDisputeQueryVariables>;
export const AdminDisputeEvidenceSaveDocument = {"__meta__":{"hash":"sha256:ca2651246379c74c6781d56ec74dc35ae469384cfa29039ad492c85c1dbcacd9"}} as unknown as TypedDocumentString<AdminDisputeEvidenceSaveMutation, AdminDisputeEvidenceSaveMutationVariables>;
export const AdminDisputeEvidenceSubmitDocument = {"__meta__":{"hash":"sha256:19ac36184bae2987eb739be67469163434cba191522590ffb926270f429340e0"}} as unknown as TypedDocumentString<AdminDisputeEvidenceSubmitMutation, AdminDisputeEvidenceSubmitMutationVariables>;
export const AdminDisputeFileUploadDocument = {"__meta__":{"hash":"sha256:cc7642aa0bb79c61cc6d67fcd978affe6afc20d20b9f988b4b3972741f9ed00e"}} as unknown as TypedDocumentString<AdminDisputeFileUploadMutation, AdminDisputeFileUploadMutationVariables>;
export const AdminDisputeFileAddDocument = {"__meta__":{"hash":"sha256:634ac8de8a078f263e3db283d0d1b577e9eea3ad2f14874025d8b2b7befa19d2"}} as unknown as TypedDocumentString<AdminDisputeFileAddMutation, AdminDisputeFileAddMutationVariables>;
export const AdminDisputeFileRemoveDocument = {"__meta__":{"hash":"sha256:79da82631165af69aa27f1ea7536272adedcd40ed96de6b2371c4b9e0d1371b5"}} as unknown as TypedDocumentString<AdminDisputeFileRemoveMutation, AdminDisputeFileRemoveMutationVariables>;
export const AdminDisputeAcceptDocument = {"__meta__":{"hash":"sha256:0f822795e8bd4c6382bde7c141a8403471804f41cf49dc65011204cb72b70f11"}} as unknown as TypedDocumentString<AdminDisputeAcceptMutation, AdminDisputeAcceptMutationVariables>;
export const AdminDisputeSharesSetDocument = {"__meta__":{"hash":"sha256:b6be5b055b53f97f262be0c511cba1355f1e81ebd05860817ffb9aaa2354d89e"}} as unknown as TypedDocumentString<AdminDisputeSharesSetMutation, AdminDisputeSharesSetMutationVariables>;
export const AdminListExportCreateDocument = {"__meta__":{"hash":"sha256:3853ce630114c16b78aec6351267164db50553976704578130e8d2f393526901"}} as unknown as TypedDocumentString<AdminListExportCreateMutation, AdminListExportCreateMutationVariables>;
export const AdminFraudWarningsDocument = {"__meta__":{"hash":"sha256:cec018b5fe156d9376b876917ba256443d0575dc217bee789bde15acc26973b2"}} as unknown as TypedDocumentString<AdminFraudWarningsQuery, AdminFraudWarningsQueryVariables>;
export const AdminOrderWarningsDocument = {"__meta__":{"hash":"sha256:8fac38af5db48acf04b6cb392b240a6e9193b7d0be3f60df86e749d62d421da5"}} as unknown as TypedDocumentString<AdminOrderWarningsQuery, AdminOrderWarningsQueryVariables>;
export const AdminFraudWarningRefundDocument = {"__meta__":{"hash":"sha256:5d1c19f58394d175982c979f41cb713274dc0ffc56651803d58a0bc1d955102c"}} as unknown as TypedDocumentString<AdminFraudWarningRefundMutation, AdminFraudWarningRefundMutationVariables>;
export const AdminFraudWarningSetAsideDocument = {"__meta__":{"hash":"sha256:3e3be7efdca5c075fcc8b5ecda0bcd4e2f564f1002e1a4a8cdd74421663bcdff"}} as unknown as TypedDocumentString<AdminFraudWarningSetAsideMutation, AdminFraudWarningSetAsideMutationVariables>;
export const AdminOperatorsDocument = {"__meta__":{"hash":"sha256:7cde14508a8df2f42c4405ddf2def859e7e705bd92ee7b70f0559bcfc0d684aa"}} as unknown as TypedDocumentString<AdminOperatorsQuery, AdminOperatorsQueryVariables>;
export const AdminStaleOperatorsDocument = {"__meta__":{"hash":"sha256:2e9b789f25ba5d4096be650969f8bdad5709c3d22acf10bdbbe03d0bea3b06bd"}} as unknown as TypedDocumentString<AdminStaleOperatorsQuery, AdminStaleOperatorsQueryVariables>;
export const AdminOperatorRoleSetDocument = {"__meta__":{"hash":"sha256:312bd7516a12bf4afb9a0fef9e3cb2843aa49a330364e363afc12d43605eec11"}} as unknown as TypedDocumentString<AdminOperatorRoleSetMutation, AdminOperatorRoleSetMutationVariables>;
export const AdminOperatorRemoveDocument = {"__meta__":{"hash":"sha256:e03971e3ecc75fe7843a47ce6862895f8142bd5bc39bf309fc0b39fae336ccdc"}} as unknown as TypedDocumentString<AdminOperatorRemoveMutation, AdminOperatorRemoveMutationVariables>;
export const AdminProposalsDocument = {"__meta__":{"hash":"sha256:241cde518bf7a0ad576c42ba37d4df9afb6dc4293cd1f869eaa5c13e628fc875"}} as unknown as TypedDocumentString<AdminProposalsQuery, AdminProposalsQueryVariables>;
export const AdminProposalApproveDocument = {"__meta__":{"hash":"sha256:f866c4564fb2574afa051a9c6a1e6efff83f52b13961530c1c593bb1ce67669a"}} as unknown as TypedDocumentString<AdminProposalApproveMutation, AdminProposalApproveMutationVariables>;
export const AdminProposalRejectDocument = {"__meta__":{"hash":"sha256:b87c02fd906ccc0789f0530579106b6f9935a92d158d774c72a6e52f8fb67e68"}} as unknown as TypedDocumentString<AdminProposalRejectMutation, AdminProposalRejectMutationVariables>;
export const AdminProposalWithdrawDocument = {"__meta__":{"hash":"sha256:37050794ac241b2fe7284e376f015980409e3c66bf646217a0979babae80afed"}} as unknown as TypedDocumentString<AdminProposalWithdrawMutation, AdminProposalWithdrawMutationVariables>;
export const AdminApiKeysDocument = {"__meta__":{"hash":"sha256:663633adbc75d98054dc9853ee79c1640bcb36c310b2dec720b9ba3a7e04b52b"}} as unknown as TypedDocumentString<AdminApiKeysQuery, AdminApiKeysQueryVariables>;
export const AdminApiKeyCreateDocument = {"__meta__":{"hash":"sha256:e2eb4f22c8a6b2c59d73aa8affd01a48a67daff0a40560e007377381a6dbc7f5"}} as unknown as TypedDocumentString<AdminApiKeyCreateMutation, AdminApiKeyCreateMutationVariables>;
export const AdminApiKeyRotateDocument = {"__meta__":{"hash":"sha256:8e13a443eaa5a478aacc4b18230446ea5582f79eef39201c6d6aa61bb3386f46"}} as unknown as TypedDocumentString<AdminApiKeyRotateMutation, AdminApiKeyRotateMutationVariables>;
export const AdminApiKeyRevokeDocument = {"__meta__":{"hash":"sha256:6a446034e56fec8a9890dd5d5c1897dda828c3a10591eefd039a71906099139c"}} as unknown as TypedDocumentString<AdminApiKeyRevokeMutation, AdminApiKeyRevokeMutationVariables>;
export const AdminAuditEntriesDocument = {"__meta__":{"hash":"sha256:d6604beecdfa485ca2027c5bd59740999cf9e4497fbd16137fe1329538ae9e84"}} as unknown as TypedDocumentString<AdminAuditEntriesQuery, AdminAuditEntriesQueryVariables>;
export const AdminAuditExportCreateDocument = {"__meta__":{"hash":"sha256:6efba1d3001c049b9773235edefc8104efa5a270e28984439f4071a4cf7c4ef2"}} as unknown as TypedDocumentString<AdminAuditExportCreateMutation, AdminAuditExportCreateMutationVariables>;
export const AdminOperatorInvitationsDocument = {"__meta__":{"hash":"sha256:d9dd399d1de8f879b5eadf4573bd2da09490750597b1109178b9af8df3c34bd4"}} as unknown as TypedDocumentString<AdminOperatorInvitationsQuery, AdminOperatorInvitationsQueryVariables>;
export const AdminOperatorInviteDocument = {"__meta__":{"hash":"sha256:0905c2c5dcc2d673a516f626bf0208999c5695e50c570822a760e79cf97d87f1"}} as unknown as TypedDocumentString<AdminOperatorInviteMutation, AdminOperatorInviteMutationVariables>;
export const AdminOperatorInvitationResendDocument = {"__meta__":{"hash":"sha256:a107e55b66b3abf4bafb5b75e0fa77e517bb7b9bea84e2e5c895023b40670351"}} as unknown as TypedDocumentString<AdminOperatorInvitationResendMutation, AdminOperatorInvitationResendMutationVariables>;
export const AdminOperatorInvitationRevokeDocument = {"__meta__":{"hash":"sha256:9dff39deb0e1c0765796f4ed4f34eb984648ee9bc427e0489caf8d7d15351500"}} as unknown as TypedDocumentString<AdminOperatorInvitationRevokeMutation, AdminOperatorInvitationRevokeMutationVariables>;
export const AdminSalesTrendDocument = {"__meta__":{"hash":"sha256:512ca3fd724c430594592682adcaf68b7a4483e5a2b4bb839140891a1a5851ad"}} as unknown as TypedDocumentString<AdminSalesTrendQuery, AdminSalesTrendQueryVariables>;
export const AdminTopProductsDocument = {"__meta__":{"hash":"sha256:133b7b2a295c7cfc67265ed8825abd02ebb1c709bed42a7b39e5f30a3b1e0fad"}} as unknown as TypedDocumentString<AdminTopProductsQuery, AdminTopProductsQueryVariables>;
export const AdminPlatformDisputeRateDocument = {"__meta__":{"hash":"sha256:e54201791e6516030c94add2e6d64941b83a28bac3cef8d0628a8112c9c2dd5c"}} as unknown as TypedDocumentString<AdminPlatformDisputeRateQuery, AdminPlatformDisputeRateQueryVariables>;
export const AdminOwnTrendDocument = {"__meta__":{"hash":"sha256:ca14d1ee730fb8fc06845660c3c5e4a800fbef4ab7bf314c4567e3a61cda36e1"}} as unknown as TypedDocumentString<AdminOwnTrendQuery, AdminOwnTrendQueryVariables>;
export const AdminOwnTopProductsDocument = {"__meta__":{"hash":"sha256:5c2093dc100fa3d671201d025ec81c077a0dfeba4dd14ba02984e0ec7a3824ab"}} as unknown as TypedDocumentString<AdminOwnTopProductsQuery, AdminOwnTopProductsQueryVariables>;
export const AdminOwnDisputeRateDocument = {"__meta__":{"hash":"sha256:9f928b406161ebbcb34d8ff72e6c4d5f0509764cc8be4ad9ed63840da76a8bfb"}} as unknown as TypedDocumentString<AdminOwnDisputeRateQuery, AdminOwnDisputeRateQueryVariables>;
export const AdminImportsDocument = {"__meta__":{"hash":"sha256:1dd4e0988cef1201cb7fd42552db6c3bcb9363144f75c5c4469f712909c016aa"}} as unknown as TypedDocumentString<AdminImportsQuery, AdminImportsQueryVariables>;
export const AdminImportDocument = {"__meta__":{"hash":"sha256:ce413d398d0ae29047a589aeb886ce4e97ee8520258879391f2fe0f7c194a05b"}} as unknown as TypedDocumentString<AdminImportQuery, AdminImportQueryVariables>;
export const AdminUploadCreateDocument = {"__meta__":{"hash":"sha256:d875ce3e3c10edb85fe24370e25d2f2a359926379605d20076a5af7182281142"}} as unknown as TypedDocumentString<AdminUploadCreateMutation, AdminUploadCreateMutationVariables>;
export const AdminProductImportDocument = {"__meta__":{"hash":"sha256:65e22b48583ef0705a59aa6430fa471968d02f9b047ea0aad0a7ddf243f8ef4a"}} as unknown as TypedDocumentString<AdminProductImportMutation, AdminProductImportMutationVariables>;
export const LedgerTrialBalanceDocument = {"__meta__":{"hash":"sha256:fac6a006e9bba40c2dcfb15ba3f209cdf570bff4261224468b02b29327471502"}} as unknown as TypedDocumentString<LedgerTrialBalanceQuery, LedgerTrialBalanceQueryVariables>;
export const LedgerEntriesDocument = {"__meta__":{"hash":"sha256:c4397898da040eb4666bb9fe9d96b6e902337853802f504931cf77b7f47fb1b8"}} as unknown as TypedDocumentString<LedgerEntriesQuery, LedgerEntriesQueryVariables>;
export const SellerLedgerEntriesDocument = {"__meta__":{"hash":"sha256:d44e8707162ed64b14df9a0392ee829894e3a8a65852b88ff2b2324b0dab5b5d"}} as unknown as TypedDocumentString<SellerLedgerEntriesQuery, SellerLedgerEntriesQueryVariables>;
export const AdminLedgerExportCreateDocument = {"__meta__":{"hash":"sha256:421a382d2e64119c54f5609a47eb82b4f8d94bba788e3948747e72aaaad35885"}} as unknown as TypedDocumentString<AdminLedgerExportCreateMutation, AdminLedgerExportCreateMutationVariables>;
export const LiveSellerOrdersDocument = {"__meta__":{"hash":"sha256:8cf2e3b08488eef0023749178fdc7ae4a7672c8669d5d2007f3ee73309f7728c"}} as unknown as TypedDocumentString<LiveSellerOrdersSubscription, LiveSellerOrdersSubscriptionVariables>;
export const LiveSellerOrdersPlacedDocument = {"__meta__":{"hash":"sha256:9346f44a3deaa7cba502421a6714fe92aed565f2753e80bb125833562dddf648"}} as unknown as TypedDocumentString<LiveSellerOrdersPlacedSubscription, LiveSellerOrdersPlacedSubscriptionVariables>;
export const LiveSellerOrderDocument = {"__meta__":{"hash":"sha256:e15ef21ee6e33bafc9ce4991d7caf3f9600d1c85b6030013776095503ddecd47"}} as unknown as TypedDocumentString<LiveSellerOrderSubscription, LiveSellerOrderSubscriptionVariables>;
export const LiveOrderDocument = {"__meta__":{"hash":"sha256:3164038959c528fc4ee33cc2f6a908cacbe7b747dcae7affda87fee31ce89e46"}} as unknown as TypedDocumentString<LiveOrderSubscription, LiveOrderSubscriptionVariables>;
export const PayoutAccountDocument = {"__meta__":{"hash":"sha256:40f867fe1d9f70cf5321abf379c805be574024cc46f98cd7b1a84866ee91299e"}} as unknown as TypedDocumentString<PayoutAccountQuery, PayoutAccountQueryVariables>;
export const SellerBalancesDocument = {"__meta__":{"hash":"sha256:8ae40277fcdf4332e6653ea2ff59e0372c6d1bb294af98c97e564332f5becd66"}} as unknown as TypedDocumentString<SellerBalancesQuery, SellerBalancesQueryVariables>;
export const ReleasesDocument = {"__meta__":{"hash":"sha256:72064ea46f0172d785b236c1e4542b9440fc8500260c4972ebaa78ada7e4db35"}} as unknown as TypedDocumentString<ReleasesQuery, ReleasesQueryVariables>;
export const TransfersDocument = {"__meta__":{"hash":"sha256:c833494dd0ce469d9c8c7f33a465de8c05089bc17dd08a93b0c9782899774754"}} as unknown as TypedDocumentString<TransfersQuery, TransfersQueryVariables>;
export const PayoutsDocument = {"__meta__":{"hash":"sha256:d0f03adb5c0fec0216b8172a72fdad231a3e27e54a7ff9165c30848f423bc0a3"}} as unknown as TypedDocumentString<PayoutsQuery, PayoutsQueryVariables>;
export const PayoutAccountSessionCreateDocument = {"__meta__":{"hash":"sha256:b6e6fbf7a0ddd94aea02f1db79567b1eb65b3dcdfc16679456bac93555740084"}} as unknown as TypedDocumentString<PayoutAccountSessionCreateMutation, PayoutAccountSessionCreateMutationVariables>;
export const SellerOnboardingLinkCreateDocument = {"__meta__":{"hash":"sha256:89fb7edae7f8e37fdcb88465c8d9559f9e138d22aca23b3be4dd7155c2cb00f8"}} as unknown as TypedDocumentString<SellerOnboardingLinkCreateMutation, SellerOnboardingLinkCreateMutationVariables>;
export const AdminNotesDocument = {"__meta__":{"hash":"sha256:0dc176c6361d47ad8b6196fb4e5b430407ce2dfc845f933eb3d4b95b74fe4011"}} as unknown as TypedDocumentString<AdminNotesQuery, AdminNotesQueryVariables>;
export const AdminNoteAddDocument = {"__meta__":{"hash":"sha256:07bb5686c1352163f613875724e8f520d27440942719383252bf8eb439368ac8"}} as unknown as TypedDocumentString<AdminNoteAddMutation, AdminNoteAddMutationVariables>;
export const AdminNoteEditDocument = {"__meta__":{"hash":"sha256:6e478cb482967934f7624757151446abbc0e7a062767065e8cdb975e533953d3"}} as unknown as TypedDocumentString<AdminNoteEditMutation, AdminNoteEditMutationVariables>;
export const AdminNoteDeleteDocument = {"__meta__":{"hash":"sha256:9b85bd525f0b57441f21cef588830a3b474b6f01856f6c8388cebfe52b3bf0ac"}} as unknown as TypedDocumentString<AdminNoteDeleteMutation, AdminNoteDeleteMutationVariables>;
export const AdminNotificationUnreadDocument = {"__meta__":{"hash":"sha256:67a7c1fcef035ad0bc7e5790cc4166ce4d8c54ca5d532cc1e18d3eb5b6600cb4"}} as unknown as TypedDocumentString<AdminNotificationUnreadQuery, AdminNotificationUnreadQueryVariables>;
export const AdminNotificationsDocument = {"__meta__":{"hash":"sha256:2e26d48c201fee6b3930a3c4f37a80cd9e3f4d2f469f1cc419db913b69b51ddb"}} as unknown as TypedDocumentString<AdminNotificationsQuery, AdminNotificationsQueryVariables>;
export const AdminNotificationsPageDocument = {"__meta__":{"hash":"sha256:9a524fb54b4ce89abc4c855fff3fb41f9dd34b7dfd308539253cf5872526c48c"}} as unknown as TypedDocumentString<AdminNotificationsPageQuery, AdminNotificationsPageQueryVariables>;
export const AdminNotificationMarkReadDocument = {"__meta__":{"hash":"sha256:4fa98eeebd30d96befe545322dcd79985e5e57b5b994d495744db0a0f934efd5"}} as unknown as TypedDocumentString<AdminNotificationMarkReadMutation, AdminNotificationMarkReadMutationVariables>;
export const AdminNotificationMarkAllReadDocument = {"__meta__":{"hash":"sha256:d35d85e60ba9490960eed648e9f03a27c60782037382621a51e8651394891bde"}} as unknown as TypedDocumentString<AdminNotificationMarkAllReadMutation, AdminNotificationMarkAllReadMutationVariables>;
export const LiveNotificationsDocument = {"__meta__":{"hash":"sha256:3f91a790707ab50ebcd808fb25b1cefb14b80224dfd53f3e69589b523309021d"}} as unknown as TypedDocumentString<LiveNotificationsSubscription, LiveNotificationsSubscriptionVariables>;
export const AdminNotificationPreferencesDocument = {"__meta__":{"hash":"sha256:bbc8d67b882ae0a81d6d46cbca6b0a954c6ba2fb93fdde7dd3c7a902d16c7d4b"}} as unknown as TypedDocumentString<AdminNotificationPreferencesQuery, AdminNotificationPreferencesQueryVariables>;
export const AdminNotificationPreferenceSetDocument = {"__meta__":{"hash":"sha256:02bfdd67dd87f12aa1bd60042a3db98e03931a3f19bc0f90fbc492c6b41eac58"}} as unknown as TypedDocumentString<AdminNotificationPreferenceSetMutation, AdminNotificationPreferenceSetMutationVariables>;
export const OperatorOrdersDocument = {"__meta__":{"hash":"sha256:80ae7c25aae26b0aadc6c472728d7930dd8eda1a1de9303e0af32a3296b36d48"}} as unknown as TypedDocumentString<OperatorOrdersQuery, OperatorOrdersQueryVariables>;
export const OperatorOrderDocument = {"__meta__":{"hash":"sha256:1b30abb8987056fc6030e74a83e551bdd3523b52c441b1f716286d4eee15cc57"}} as unknown as TypedDocumentString<OperatorOrderQuery, OperatorOrderQueryVariables>;
export const OperatorOrderCancelDocument = {"__meta__":{"hash":"sha256:48cead8d286c0779153dd68829cf475f8885da93d6c82881a94a22792a2dedc1"}} as unknown as TypedDocumentString<OperatorOrderCancelMutation, OperatorOrderCancelMutationVariables>;
export const SellerOrdersDocument = {"__meta__":{"hash":"sha256:f5848e4aa9f92d783be6fd8592bb009232ddabfb66e9466022bc0a8bbb53ddbf"}} as unknown as TypedDocumentString<SellerOrdersQuery, SellerOrdersQueryVariables>;
export const SellerOrdersDisputedDocument = {"__meta__":{"hash":"sha256:f602e70282f5e0fb279851796c9796049c438c8f72241f038f39520a7f3824e9"}} as unknown as TypedDocumentString<SellerOrdersDisputedQuery, SellerOrdersDisputedQueryVariables>;
export const SellerOrderDocument = {"__meta__":{"hash":"sha256:7c68e3a922973898d79c29c0f0afd006912ba806a61f66da2f47d6ba89954cc4"}} as unknown as TypedDocumentString<SellerOrderQuery, SellerOrderQueryVariables>;
export const SellerOrderShipDocument = {"__meta__":{"hash":"sha256:5d7bfde9803e177f3b4d84876db732fa46b2e70b408b69773439444d32625c53"}} as unknown as TypedDocumentString<SellerOrderShipMutation, SellerOrderShipMutationVariables>;
export const SellerOrderShipmentWithdrawDocument = {"__meta__":{"hash":"sha256:d1c4d306d193a57f019f365ad6325019090309be4af768ddcb03b9ebe36ba788"}} as unknown as TypedDocumentString<SellerOrderShipmentWithdrawMutation, SellerOrderShipmentWithdrawMutationVariables>;
export const SellerOrdersNextDocument = {"__meta__":{"hash":"sha256:9d0a6e15086b5cc84e5b370793d655d7ea565ff311cc13bad2915b38a37774e4"}} as unknown as TypedDocumentString<SellerOrdersNextQuery, SellerOrdersNextQueryVariables>;
export const SellerOrderByNumberDocument = {"__meta__":{"hash":"sha256:4cefe14ce43cc0fa33d96a3c26b1b41dc3d5e0a4e60395eb8618a144d4e07e41"}} as unknown as TypedDocumentString<SellerOrderByNumberQuery, SellerOrderByNumberQueryVariables>;
export const AdminPersonalDataRevealDocument = {"__meta__":{"hash":"sha256:020938a4498acdd2255a7bf555a54cb224e66732078e9c9d219499f603b46230"}} as unknown as TypedDocumentString<AdminPersonalDataRevealMutation, AdminPersonalDataRevealMutationVariables>;
export const AdminPayoutOutlookDocument = {"__meta__":{"hash":"sha256:c1cb42b596c18ba77ce606e9878e55d24ca1aa6f7aafd44e354663667c3269c7"}} as unknown as TypedDocumentString<AdminPayoutOutlookQuery, AdminPayoutOutlookQueryVariables>;
export const AdminPayoutScheduleDocument = {"__meta__":{"hash":"sha256:1d51b582e643213bde1e601b2d416573212649991c72f5b02520e7ac9cff303c"}} as unknown as TypedDocumentString<AdminPayoutScheduleQuery, AdminPayoutScheduleQueryVariables>;
export const AdminPayoutPoliciesDocument = {"__meta__":{"hash":"sha256:3caf3546bbb8edeca4dda2342eb69a29a0be490bae85425de0ea9787d324946e"}} as unknown as TypedDocumentString<AdminPayoutPoliciesQuery, AdminPayoutPoliciesQueryVariables>;
export const AdminManualPayoutsDocument = {"__meta__":{"hash":"sha256:f7dcc97ff1c4f44b48aa44bd6ea0a0e872cd10d0ecd49a8480ec3fe887b73a9c"}} as unknown as TypedDocumentString<AdminManualPayoutsQuery, AdminManualPayoutsQueryVariables>;
export const AdminPayoutScheduleSetDocument = {"__meta__":{"hash":"sha256:4b1bf7e3e2b75504c452fade6000dfe129a12333404f6acd4efdebb366fde2b6"}} as unknown as TypedDocumentString<AdminPayoutScheduleSetMutation, AdminPayoutScheduleSetMutationVariables>;
export const AdminPayoutRequestDocument = {"__meta__":{"hash":"sha256:d5ff9f3358564a4288c01f39862bc96d0160ed0c623f17a2ef7341d5bbfaacd3"}} as unknown as TypedDocumentString<AdminPayoutRequestMutation, AdminPayoutRequestMutationVariables>;
export const AdminPayoutPolicySetDocument = {"__meta__":{"hash":"sha256:cf80defa21dc98fbc27aec44adee76db18d40a5e6723b48cb8299b1cda0452c6"}} as unknown as TypedDocumentString<AdminPayoutPolicySetMutation, AdminPayoutPolicySetMutationVariables>;
export const AdminPayoutHoldsDocument = {"__meta__":{"hash":"sha256:e7e4687bddf95ce245cca528cd2f28ec061929ca0391b3240ede55c27016c989"}} as unknown as TypedDocumentString<AdminPayoutHoldsQuery, AdminPayoutHoldsQueryVariables>;
export const AdminPayoutHoldDocument = {"__meta__":{"hash":"sha256:b764901a6af42cbb0cc9cd937a0e0feebd8382146c8acfe64a611984e110d211"}} as unknown as TypedDocumentString<AdminPayoutHoldMutation, AdminPayoutHoldMutationVariables>;
export const AdminPayoutHoldLiftDocument = {"__meta__":{"hash":"sha256:662be0e84e8bed962e0e8ff5fe471eb3b739183569bc1d5bf1b9009a90c21eb0"}} as unknown as TypedDocumentString<AdminPayoutHoldLiftMutation, AdminPayoutHoldLiftMutationVariables>;
export const AdminPayoutRecordDocument = {"__meta__":{"hash":"sha256:212ce9e6cf79e126d872b5e2897dc4f928b565fce93eca902e92d0142b812cb3"}} as unknown as TypedDocumentString<AdminPayoutRecordMutation, AdminPayoutRecordMutationVariables>;
export const AdminPayoutDocument = {"__meta__":{"hash":"sha256:39f793e6383cee3a2083d4d6467c28b3ba7cc52ae52f3f519f988305ce943774"}} as unknown as TypedDocumentString<AdminPayoutQuery, AdminPayoutQueryVariables>;
export const AdminPayoutExportCreateDocument = {"__meta__":{"hash":"sha256:fde31cd6a8d8c07f6116723e624b923bbaf54935d229f90618e0ddcdb0bbfa1a"}} as unknown as TypedDocumentString<AdminPayoutExportCreateMutation, AdminPayoutExportCreateMutationVariables>;
export const AdminAccountByEmailDocument = {"__meta__":{"hash":"sha256:3265feabdb6a5d19e69dad2b32e3f8a35be3753dccda3be3dc180f62b8040224"}} as unknown as TypedDocumentString<AdminAccountByEmailQuery, AdminAccountByEmailQueryVariables>;
export const AdminAccountDocument = {"__meta__":{"hash":"sha256:5395e410b504016bdeca8bb5880b560285c9e66ec1963790908c43caf635bc4d"}} as unknown as TypedDocumentString<AdminAccountQuery, AdminAccountQueryVariables>;
export const AdminAccountSessionsDocument = {"__meta__":{"hash":"sha256:6538d5a4d389eaa1c9199898135bebd7545bf25c326d8e54ab1f2ede070aee43"}} as unknown as TypedDocumentString<AdminAccountSessionsQuery, AdminAccountSessionsQueryVariables>;
export const AdminBuyerCreditDocument = {"__meta__":{"hash":"sha256:8c33a5b6ddaacd2aaae50acd6954bba66f823deeddd8bafa140c572eb50634a4"}} as unknown as TypedDocumentString<AdminBuyerCreditQuery, AdminBuyerCreditQueryVariables>;
export const AdminAccountSuspendDocument = {"__meta__":{"hash":"sha256:67d016ecefaaab4590e6f0ba0530582778f1dfcecfe320a774c002f812ee7939"}} as unknown as TypedDocumentString<AdminAccountSuspendMutation, AdminAccountSuspendMutationVariables>;
export const AdminAccountReinstateDocument = {"__meta__":{"hash":"sha256:b228d3f58f9b4858cadefe152f829c1ab4b24dcaaf38c6457fa21a7bf0af0f6b"}} as unknown as TypedDocumentString<AdminAccountReinstateMutation, AdminAccountReinstateMutationVariables>;
export const AdminAccountPasswordResetDocument = {"__meta__":{"hash":"sha256:1e147c696f851627d29ef0283314b0d58e41408074d6722d42eceb1e1fd11883"}} as unknown as TypedDocumentString<AdminAccountPasswordResetMutation, AdminAccountPasswordResetMutationVariables>;
export const AdminAccountSessionsEndDocument = {"__meta__":{"hash":"sha256:4258e341b028a26dfab2756ca8cdd1e6d6c89dc4b0038b0fb6f10941b7122767"}} as unknown as TypedDocumentString<AdminAccountSessionsEndMutation, AdminAccountSessionsEndMutationVariables>;
export const AdminFactorResetAskDocument = {"__meta__":{"hash":"sha256:10ea81cb8eff645350ae4f73ef05f2e6e77b743fa791ee0c474ed0c8e9cbf039"}} as unknown as TypedDocumentString<AdminFactorResetAskMutation, AdminFactorResetAskMutationVariables>;
export const AdminBuyerCreditPayOutDocument = {"__meta__":{"hash":"sha256:99be605322e325d4f11d852df483d5d7278478002db376888995b2ad2ce595e0"}} as unknown as TypedDocumentString<AdminBuyerCreditPayOutMutation, AdminBuyerCreditPayOutMutationVariables>;
export const AdminFactorResetCancelDocument = {"__meta__":{"hash":"sha256:2ba43a85374d1866ea88bd374008880dd8b831bed7730c4c8f6006a1a00b3582"}} as unknown as TypedDocumentString<AdminFactorResetCancelMutation, AdminFactorResetCancelMutationVariables>;
export const AdminErasureProposeDocument = {"__meta__":{"hash":"sha256:c7e6bfcab91213bb03cea354dde12f0a381e2841ab6f7977adc501b2a34806cb"}} as unknown as TypedDocumentString<AdminErasureProposeMutation, AdminErasureProposeMutationVariables>;
export const AdminPersonExportDocument = {"__meta__":{"hash":"sha256:efe59ea314aeec6ede7c599a4e0ee104ad334e209671b575087b0e6687c8d34c"}} as unknown as TypedDocumentString<AdminPersonExportMutation, AdminPersonExportMutationVariables>;
export const AdminErasuresDocument = {"__meta__":{"hash":"sha256:8b7f142530c01372fae8e5b595aa7fa9b216308fe55e9c965a50c27b74e6193b"}} as unknown as TypedDocumentString<AdminErasuresQuery, AdminErasuresQueryVariables>;
export const AdminPlansDocument = {"__meta__":{"hash":"sha256:bc085b51926d62579681100c8ec285add169b52dc8bb2199dcf6d43629208ffb"}} as unknown as TypedDocumentString<AdminPlansQuery, AdminPlansQueryVariables>;
export const AdminPlanNamesDocument = {"__meta__":{"hash":"sha256:126ffd1a4ede9a55a900571a42aef33c444d91b961df13ec2085c7dc3d85e3b0"}} as unknown as TypedDocumentString<AdminPlanNamesQuery, AdminPlanNamesQueryVariables>;
export const AdminPlanStandingDocument = {"__meta__":{"hash":"sha256:821dbcd44d061655925eef392a31da5271a3514389f7441e9709bbb28edef2b8"}} as unknown as TypedDocumentString<AdminPlanStandingQuery, AdminPlanStandingQueryVariables>;
export const AdminPlanPreviewDocument = {"__meta__":{"hash":"sha256:7e23847512d526baa05d471388afffbf8357fa0137771c710842fc46e65c8525"}} as unknown as TypedDocumentString<AdminPlanPreviewQuery, AdminPlanPreviewQueryVariables>;
export const AdminPlanCreateDocument = {"__meta__":{"hash":"sha256:94929b519e065892b1e87d8374d438089cb47f397a0b97c31e5cf433868e9464"}} as unknown as TypedDocumentString<AdminPlanCreateMutation, AdminPlanCreateMutationVariables>;
export const AdminPlanPublishDocument = {"__meta__":{"hash":"sha256:4361ab2a39800af82a76da29269632f1ab15b96d69d3994041f3417bb5e311a4"}} as unknown as TypedDocumentString<AdminPlanPublishMutation, AdminPlanPublishMutationVariables>;
export const AdminPlanArchiveDocument = {"__meta__":{"hash":"sha256:8635acaa21b8f6cf1c4c4a7665b39dc0533724440a9b8cf358ae324eb53c00b0"}} as unknown as TypedDocumentString<AdminPlanArchiveMutation, AdminPlanArchiveMutationVariables>;
export const AdminPlanAssignDocument = {"__meta__":{"hash":"sha256:a681401f963c6895e081e52eb97b270dd86ae7f50b8fce1f52bd61f155f11cfa"}} as unknown as TypedDocumentString<AdminPlanAssignMutation, AdminPlanAssignMutationVariables>;
export const AdminPlanAssignmentCancelDocument = {"__meta__":{"hash":"sha256:c586b04c0369f6b14e284c12e36b12cd56f54079838a88cecca344b4f54fa030"}} as unknown as TypedDocumentString<AdminPlanAssignmentCancelMutation, AdminPlanAssignmentCancelMutationVariables>;
export const AdminChargesDocument = {"__meta__":{"hash":"sha256:a24ad412c163ec98ea6b46a5092aa48dc0bb1dfdd9cf1395b79e4844001ec2a7"}} as unknown as TypedDocumentString<AdminChargesQuery, AdminChargesQueryVariables>;
export const AdminChargeCreateDocument = {"__meta__":{"hash":"sha256:c38b3c865276122dd75a9bc9afec2a3e554f3bdc59745823980b8d35e2683a53"}} as unknown as TypedDocumentString<AdminChargeCreateMutation, AdminChargeCreateMutationVariables>;
export const AdminCreditCreateDocument = {"__meta__":{"hash":"sha256:bea284142b9be39ff5abac80579c5d1a9224d90752d11bcc67c360254bae8e7e"}} as unknown as TypedDocumentString<AdminCreditCreateMutation, AdminCreditCreateMutationVariables>;
export const AdminChargeReverseDocument = {"__meta__":{"hash":"sha256:f7509c4514e52229c7afaefe95ecbff970c83e1cce7f53601b265648d6ce90f3"}} as unknown as TypedDocumentString<AdminChargeReverseMutation, AdminChargeReverseMutationVariables>;
export const AdminPreferencesSetDocument = {"__meta__":{"hash":"sha256:0a993ce299e644388a51c4f3acaa9695f412f469eb07364925d9df252012644e"}} as unknown as TypedDocumentString<AdminPreferencesSetMutation, AdminPreferencesSetMutationVariables>;
export const AdminAccountRenameDocument = {"__meta__":{"hash":"sha256:d2e73a4ae2b0e6d4e0b4e1bb4ac6d6ac13d46ebb0510c175892d0b5d0d7ba096"}} as unknown as TypedDocumentString<AdminAccountRenameMutation, AdminAccountRenameMutationVariables>;
export const AdminSavedViewsDocument = {"__meta__":{"hash":"sha256:8a93039afb083b4685f0984a440080bcb9fbad9d7bb764dec5af3a956e917646"}} as unknown as TypedDocumentString<AdminSavedViewsQuery, AdminSavedViewsQueryVariables>;
export const AdminSavedViewSaveDocument = {"__meta__":{"hash":"sha256:227ab5b70af6f96c8e6002051713632cfccb19080223062a19f4fed30212111d"}} as unknown as TypedDocumentString<AdminSavedViewSaveMutation, AdminSavedViewSaveMutationVariables>;
export const AdminSavedViewDeleteDocument = {"__meta__":{"hash":"sha256:2f7cc8c9ba165cee734746f48f91072ce05778a9d2bda0a356005b0004f67aeb"}} as unknown as TypedDocumentString<AdminSavedViewDeleteMutation, AdminSavedViewDeleteMutationVariables>;
export const AdminPrivacyDocument = {"__meta__":{"hash":"sha256:01c3e41c0435183c97513a476bd8d88a8be59b47eac135cd1e1178acbb9b3634"}} as unknown as TypedDocumentString<AdminPrivacyQuery, AdminPrivacyQueryVariables>;
export const AdminPrivacyExportCreateDocument = {"__meta__":{"hash":"sha256:da6359525f034f88e1fb028dcb0a93e925583247a4241b37d26977a86d6e7e1f"}} as unknown as TypedDocumentString<AdminPrivacyExportCreateMutation, AdminPrivacyExportCreateMutationVariables>;
export const AdminErasureRequestDocument = {"__meta__":{"hash":"sha256:16a166426a50c9a91e9ce96cd6992feeb032b128b5e171b0709c69f898d34c94"}} as unknown as TypedDocumentString<AdminErasureRequestMutation, AdminErasureRequestMutationVariables>;
export const AdminErasureWithdrawDocument = {"__meta__":{"hash":"sha256:b87ef08bf725cf28c2a3fad508408bf5cae3ff065bfa94345746b889c329e662"}} as unknown as TypedDocumentString<AdminErasureWithdrawMutation, AdminErasureWithdrawMutationVariables>;
export const SellerProductsDocument = {"__meta__":{"hash":"sha256:eb1150afbe4e8b63ae3cf5733a66e0c93f6703f06d79a43ae17c8bc95d148946"}} as unknown as TypedDocumentString<SellerProductsQuery, SellerProductsQueryVariables>;
export const SellerOffersDocument = {"__meta__":{"hash":"sha256:7306be8c1b278a1f74defc96565f10f4e8803bc3b87f493b28704cd16396e1bf"}} as unknown as TypedDocumentString<SellerOffersQuery, SellerOffersQueryVariables>;
export const ReconciliationDifferencesDocument = {"__meta__":{"hash":"sha256:26e2f7db712ed0094c2a5cc268712bdab422a09f90ffd42c966ad28077e47494"}} as unknown as TypedDocumentString<ReconciliationDifferencesQuery, ReconciliationDifferencesQueryVariables>;
export const ReconciliationOverviewDocument = {"__meta__":{"hash":"sha256:f4cbcaf0832ee81b76fb6b9d064932d8b7e04f43ac640c975ad11bb9d5b305e0"}} as unknown as TypedDocumentString<ReconciliationOverviewQuery, ReconciliationOverviewQueryVariables>;
export const ReconciliationDifferenceDocument = {"__meta__":{"hash":"sha256:996970d23b1c2c552e4008c4de01d63bd27d176c53671596409a5f0aa906cedf"}} as unknown as TypedDocumentString<ReconciliationDifferenceQuery, ReconciliationDifferenceQueryVariables>;
export const ReconciliationCandidatesDocument = {"__meta__":{"hash":"sha256:8597c6f74c9add4fbe54d083abf437bf8616b12845e95c20c25758032a4f5b04"}} as unknown as TypedDocumentString<ReconciliationCandidatesQuery, ReconciliationCandidatesQueryVariables>;
export const ReconciliationDifferenceResolveDocument = {"__meta__":{"hash":"sha256:b34134f2107e0adafd1a6f710e2e9ce5daaa757b22cc244f788c1e0521c15efe"}} as unknown as TypedDocumentString<ReconciliationDifferenceResolveMutation, ReconciliationDifferenceResolveMutationVariables>;
export const ReconciliationRunDocument = {"__meta__":{"hash":"sha256:bbc7c4e6b4a460d413bddc32ea0da542e610f0e10693976ad0837dec2a422a19"}} as unknown as TypedDocumentString<ReconciliationRunMutation, ReconciliationRunMutationVariables>;
export const AdminOrderRefundsDocument = {"__meta__":{"hash":"sha256:e124f1685de42410a46b46b3af20c2a3fa19c3f79ddc9813183d84a72e40c218"}} as unknown as TypedDocumentString<AdminOrderRefundsQuery, AdminOrderRefundsQueryVariables>;
export const AdminRefundsDocument = {"__meta__":{"hash":"sha256:91fd22429ac703ffa6dd764e2769cfed2fb1ec70368a4c7738e431bf31c97884"}} as unknown as TypedDocumentString<AdminRefundsQuery, AdminRefundsQueryVariables>;
export const AdminRefundRemainingDocument = {"__meta__":{"hash":"sha256:b4b513414c5724f2a9ed33a29deaf236e2f1d288bbb524b2188b078452958ac8"}} as unknown as TypedDocumentString<AdminRefundRemainingQuery, AdminRefundRemainingQueryVariables>;
export const AdminRefundPreviewDocument = {"__meta__":{"hash":"sha256:24ad4886d2014804ccf004f9904d0c46fe3d36cb707393967c7d64c4095fb5de"}} as unknown as TypedDocumentString<AdminRefundPreviewQuery, AdminRefundPreviewQueryVariables>;
export const AdminRefundCreateDocument = {"__meta__":{"hash":"sha256:6b451b1338ebb994718d3f3561e2f6fec96cf3b13525bc17d1b8944de7921221"}} as unknown as TypedDocumentString<AdminRefundCreateMutation, AdminRefundCreateMutationVariables>;
export const AdminRefundCancelDocument = {"__meta__":{"hash":"sha256:e48fc51c41f8d12245d4af5af73247963a81dd5b50baa8f264faee72e69ac174"}} as unknown as TypedDocumentString<AdminRefundCancelMutation, AdminRefundCancelMutationVariables>;
export const AdminRefundPayOtherwiseDocument = {"__meta__":{"hash":"sha256:9713c128edafa175aca64b6034685087e1801f55fa01e59a9db48aa244b5cc5c"}} as unknown as TypedDocumentString<AdminRefundPayOtherwiseMutation, AdminRefundPayOtherwiseMutationVariables>;
export const AdminSalesReportDocument = {"__meta__":{"hash":"sha256:8c881760b3d20cb96d49439d750e135dec38de8e26914fe192e5c9ef7074e884"}} as unknown as TypedDocumentString<AdminSalesReportQuery, AdminSalesReportQueryVariables>;
export const AdminTaxReportDocument = {"__meta__":{"hash":"sha256:a0330c8b7ca9b80fe1d9edcdfd6ea8ae3b0ccc0293f867f0198ef05aae52b87a"}} as unknown as TypedDocumentString<AdminTaxReportQuery, AdminTaxReportQueryVariables>;
export const AdminReportExportDocument = {"__meta__":{"hash":"sha256:7a9f807a70d61e51998808d82370896d6f177394ab79801b463bdf200d0aac9c"}} as unknown as TypedDocumentString<AdminReportExportMutation, AdminReportExportMutationVariables>;
export const AdminDac7ReportDocument = {"__meta__":{"hash":"sha256:f849f531d8853376e8a67e3a84ad06815856349e8af4c7a890fc5a719aa5b495"}} as unknown as TypedDocumentString<AdminDac7ReportQuery, AdminDac7ReportQueryVariables>;
export const AdminForm1099KReportDocument = {"__meta__":{"hash":"sha256:433302dcca45eba67303f1855c7d98978c1984a66f13a93daa2a10112157e395"}} as unknown as TypedDocumentString<AdminForm1099KReportQuery, AdminForm1099KReportQueryVariables>;
export const AdminTaxPayablesDocument = {"__meta__":{"hash":"sha256:03f705c5902e075b542799ee507940add6fe80527669cfc8bc5dacd954ea9116"}} as unknown as TypedDocumentString<AdminTaxPayablesQuery, AdminTaxPayablesQueryVariables>;
export const AdminTaxRemittancesDocument = {"__meta__":{"hash":"sha256:b62f2cee8b2da9433fda7f8daa7435d0ea63db4602a60b5248018d30a4476aa5"}} as unknown as TypedDocumentString<AdminTaxRemittancesQuery, AdminTaxRemittancesQueryVariables>;
export const AdminTaxRemittanceRecordDocument = {"__meta__":{"hash":"sha256:a5f117cdd846edce40c55cb9dd0512189c7dfa43b898b3ddbe047dbd949ceaf5"}} as unknown as TypedDocumentString<AdminTaxRemittanceRecordMutation, AdminTaxRemittanceRecordMutationVariables>;
export const AdminTaxRemittanceReverseDocument = {"__meta__":{"hash":"sha256:695c2dc4357a1500f504c3cb70a5d7929c635ebdb4cf2d967062b6e9eac43efc"}} as unknown as TypedDocumentString<AdminTaxRemittanceReverseMutation, AdminTaxRemittanceReverseMutationVariables>;
export const AdminRiskRatingsDocument = {"__meta__":{"hash":"sha256:a6ca823ef9697224c02d9b34e8e955c907a7ea50284f84f58c3ba59874c101ae"}} as unknown as TypedDocumentString<AdminRiskRatingsQuery, AdminRiskRatingsQueryVariables>;
export const AdminExposureDocument = {"__meta__":{"hash":"sha256:05d41f70440fee0d65baa432932d181196c223e76929b7f88332b54c2fc6967b"}} as unknown as TypedDocumentString<AdminExposureQuery, AdminExposureQueryVariables>;
export const AdminRiskTierSetDocument = {"__meta__":{"hash":"sha256:07149d04d52abb1d8014be0804fd2162d1d262634244662dad4ffeec012804a0"}} as unknown as TypedDocumentString<AdminRiskTierSetMutation, AdminRiskTierSetMutationVariables>;
export const AdminDebtsDocument = {"__meta__":{"hash":"sha256:239be841f5d2d951bbc567837ce44926c8f79e4279b2bb2cf27f7740bd567185"}} as unknown as TypedDocumentString<AdminDebtsQuery, AdminDebtsQueryVariables>;
export const AdminDebitConsentDocument = {"__meta__":{"hash":"sha256:5f619e1de007d638fafcd16153f61af8ddc7c135d840c269734053de8a97d442"}} as unknown as TypedDocumentString<AdminDebitConsentQuery, AdminDebitConsentQueryVariables>;
export const AdminDebitConsentSetDocument = {"__meta__":{"hash":"sha256:ea869298a5ce8239ae05741f0a119fd816ab12cab34cb1053f1aee69f1873273"}} as unknown as TypedDocumentString<AdminDebitConsentSetMutation, AdminDebitConsentSetMutationVariables>;
export const AdminDebtDebitDocument = {"__meta__":{"hash":"sha256:43e9f311af04ac9db88176f1d9b9b98780a785924d6d146c0d1388e345d775d8"}} as unknown as TypedDocumentString<AdminDebtDebitMutation, AdminDebtDebitMutationVariables>;
export const AdminDebtWriteOffDocument = {"__meta__":{"hash":"sha256:958b3342024e2c15393f1969f350fab3e511fc487180dd39418df673b7485d21"}} as unknown as TypedDocumentString<AdminDebtWriteOffMutation, AdminDebtWriteOffMutationVariables>;
export const AdminWithdrawableDocument = {"__meta__":{"hash":"sha256:52558afb6186265fa6c18ab43c0a0ebd3c4438a2878e63c909c4e180db3e34c3"}} as unknown as TypedDocumentString<AdminWithdrawableQuery, AdminWithdrawableQueryVariables>;
export const AdminSearchDocument = {"__meta__":{"hash":"sha256:6cd1aa12de22f829df2895d0c055811dd60992aae5e2ec43169c12024b3668b0"}} as unknown as TypedDocumentString<AdminSearchQuery, AdminSearchQueryVariables>;
export const AdminFactorMissingDocument = {"__meta__":{"hash":"sha256:be1783191b15e7eec610246daa4853709636035e152140fbedad2856b2b14783"}} as unknown as TypedDocumentString<AdminFactorMissingQuery, AdminFactorMissingQueryVariables>;
export const AdminFactorsDocument = {"__meta__":{"hash":"sha256:a7f401fb0f4d0107837133b3771531b5bd6beac89fc2ae7b4e9ae8a6d1d223d5"}} as unknown as TypedDocumentString<AdminFactorsQuery, AdminFactorsQueryVariables>;
export const AdminSessionsDocument = {"__meta__":{"hash":"sha256:29d1a89358b08812d9b816647aacfc17d20368359724172ff6326a8a962acdfa"}} as unknown as TypedDocumentString<AdminSessionsQuery, AdminSessionsQueryVariables>;
export const AdminPasskeySignInStartDocument = {"__meta__":{"hash":"sha256:4cd74f594b4c839b14a27d376254de3e92455f88ffcc53e5d79395743e0a320c"}} as unknown as TypedDocumentString<AdminPasskeySignInStartMutation, AdminPasskeySignInStartMutationVariables>;
export const AdminPasskeySignInCompleteDocument = {"__meta__":{"hash":"sha256:70d7f9f484ff86ded9a2ae666a283bd9c0af1c597d3a4095dcb767ce99a20564"}} as unknown as TypedDocumentString<AdminPasskeySignInCompleteMutation, AdminPasskeySignInCompleteMutationVariables>;
export const AdminPasskeyStepUpStartDocument = {"__meta__":{"hash":"sha256:b26b6a4ed307e0ff1710635407443a124854dfdd4289d63ca381c4516fb9fc95"}} as unknown as TypedDocumentString<AdminPasskeyStepUpStartMutation, AdminPasskeyStepUpStartMutationVariables>;
export const AdminTotpEnrolDocument = {"__meta__":{"hash":"sha256:ae68e3ecf851adfc7b89e26c3ad823ad804e028b8cf4c0cf8c4c55123e3b97b1"}} as unknown as TypedDocumentString<AdminTotpEnrolMutation, AdminTotpEnrolMutationVariables>;
export const AdminTotpConfirmDocument = {"__meta__":{"hash":"sha256:9478b61350784522f66ffeec3c8bb79a609d9ed7513af32a7f213e00a157789b"}} as unknown as TypedDocumentString<AdminTotpConfirmMutation, AdminTotpConfirmMutationVariables>;
export const AdminTotpRemoveDocument = {"__meta__":{"hash":"sha256:14fb1ede940c178174e31a429f1bf0f1f8b59a946fe556b9667c5715695c5ec2"}} as unknown as TypedDocumentString<AdminTotpRemoveMutation, AdminTotpRemoveMutationVariables>;
export const AdminRecoveryCodesRenewDocument = {"__meta__":{"hash":"sha256:b816dffba19215e675fc577695560f06193fde662839f520e614e023d9c30719"}} as unknown as TypedDocumentString<AdminRecoveryCodesRenewMutation, AdminRecoveryCodesRenewMutationVariables>;
export const AdminPasskeyEnrolStartDocument = {"__meta__":{"hash":"sha256:d9f7c2b267eb6cc32420ec6c3b45c6fba5c64ec45e4cc08c351b861c41bb8ca2"}} as unknown as TypedDocumentString<AdminPasskeyEnrolStartMutation, AdminPasskeyEnrolStartMutationVariables>;
export const AdminPasskeyEnrolCompleteDocument = {"__meta__":{"hash":"sha256:5b85ffe2ccf66f7392e52d1d7141ef7b5357f664d6d890e9b3f5cbd6d5672fd6"}} as unknown as TypedDocumentString<AdminPasskeyEnrolCompleteMutation, AdminPasskeyEnrolCompleteMutationVariables>;
export const AdminPasskeyRenameDocument = {"__meta__":{"hash":"sha256:57c2d12a3345d9d7c6ee24af3ba45aeeb5af24750390497a602e66d1118d9392"}} as unknown as TypedDocumentString<AdminPasskeyRenameMutation, AdminPasskeyRenameMutationVariables>;
export const AdminPasskeyRemoveDocument = {"__meta__":{"hash":"sha256:d01d9473549b5c6f8fa7ef268efbec607a423011ced9cf61f04988454d000a27"}} as unknown as TypedDocumentString<AdminPasskeyRemoveMutation, AdminPasskeyRemoveMutationVariables>;
export const AdminPasswordResetRequestDocument = {"__meta__":{"hash":"sha256:59820ac7289117f40ff05f84ddfc988a58d2f66162890f379e850ab4796e7c49"}} as unknown as TypedDocumentString<AdminPasswordResetRequestMutation, AdminPasswordResetRequestMutationVariables>;
export const AdminPasswordChangeDocument = {"__meta__":{"hash":"sha256:da5509ff9035dfb253f499c6686cf28b86e67a1aaf07643da01b5b35eb9c6db8"}} as unknown as TypedDocumentString<AdminPasswordChangeMutation, AdminPasswordChangeMutationVariables>;
export const AdminEmailChangeDocument = {"__meta__":{"hash":"sha256:13370fc9d0a90408b6571362811e21084f76a13a6870a0b3f8a5eda00a0e12f1"}} as unknown as TypedDocumentString<AdminEmailChangeMutation, AdminEmailChangeMutationVariables>;
export const AdminSessionRevokeDocument = {"__meta__":{"hash":"sha256:feba9661fc4a1a5ba60cad0684e47277f2f14886de9a6a482774fbe03b1fa0de"}} as unknown as TypedDocumentString<AdminSessionRevokeMutation, AdminSessionRevokeMutationVariables>;
export const AdminSessionRevokeOthersDocument = {"__meta__":{"hash":"sha256:f459b99297c135319daa4f6f05c0a28926e332dbdba50d147f6f9110bb326377"}} as unknown as TypedDocumentString<AdminSessionRevokeOthersMutation, AdminSessionRevokeOthersMutationVariables>;
export const AdminTrustedDevicesDocument = {"__meta__":{"hash":"sha256:aedec73ef88e09d2801ade94cb5c63120a62ed3d0351d88633f4054e004fca07"}} as unknown as TypedDocumentString<AdminTrustedDevicesQuery, AdminTrustedDevicesQueryVariables>;
export const AdminTrustedDeviceRevokeDocument = {"__meta__":{"hash":"sha256:253b086cdeec7a8c2b08ef5aad72e162d61d5314f24b435dc294755755c859f7"}} as unknown as TypedDocumentString<AdminTrustedDeviceRevokeMutation, AdminTrustedDeviceRevokeMutationVariables>;
export const AdminMemberLeaveDocument = {"__meta__":{"hash":"sha256:0748b537ce1a8c6d241fddee4adb8b285bc1a9aad9331988f4773e5dd7f52add"}} as unknown as TypedDocumentString<AdminMemberLeaveMutation, AdminMemberLeaveMutationVariables>;
export const OperatorSellersDocument = {"__meta__":{"hash":"sha256:669909251f5c24cfbb79011bda6098e200b68b19ebdcedd7ff35861a6b462afc"}} as unknown as TypedDocumentString<OperatorSellersQuery, OperatorSellersQueryVariables>;
export const AdminSellerNameDocument = {"__meta__":{"hash":"sha256:dccae5b5247ebdd1e135ad2fcea2c9db6892877852708c992b0238ca1842ea45"}} as unknown as TypedDocumentString<AdminSellerNameQuery, AdminSellerNameQueryVariables>;
export const AdminSellerChoicesDocument = {"__meta__":{"hash":"sha256:a56749fcf2483efea2fd7f3238e55b031890e83d42f200c20002fca1ef0f2d81"}} as unknown as TypedDocumentString<AdminSellerChoicesQuery, AdminSellerChoicesQueryVariables>;
export const OperatorSellerDocument = {"__meta__":{"hash":"sha256:ac7e07135c02797766654ec6713cb5ff4018e03ea58aaf6273ec48658c481cec"}} as unknown as TypedDocumentString<OperatorSellerQuery, OperatorSellerQueryVariables>;
export const SellerApproveDocument = {"__meta__":{"hash":"sha256:c3ad3e996727bc70a384cf631201b7646da07dd3c0578ab51d80dd42f29e1564"}} as unknown as TypedDocumentString<SellerApproveMutation, SellerApproveMutationVariables>;
export const SellerApprovalWithdrawDocument = {"__meta__":{"hash":"sha256:b530c82ae61544eefc775bf46f94ac6f4921da5ed705f86b26fceda1615c5fb5"}} as unknown as TypedDocumentString<SellerApprovalWithdrawMutation, SellerApprovalWithdrawMutationVariables>;
export const SellerApprovalMailDocument = {"__meta__":{"hash":"sha256:0f6c5a82059f55677d0d7ddd7981c9891151c6312da2455fd7f6e927891cc202"}} as unknown as TypedDocumentString<SellerApprovalMailQuery, SellerApprovalMailQueryVariables>;
export const SellersToReviewDocument = {"__meta__":{"hash":"sha256:30b9bfadfcbacc8f234bdc1a67398121465f74dcdcd5d0ea583f30cfa238c0f3"}} as unknown as TypedDocumentString<SellersToReviewQuery, SellersToReviewQueryVariables>;
export const SellerRejectDocument = {"__meta__":{"hash":"sha256:bb6120382966aeb70537bf3d76846fed271c7923f10cec734b57ec8dc2384965"}} as unknown as TypedDocumentString<SellerRejectMutation, SellerRejectMutationVariables>;
export const SellerSuspendDocument = {"__meta__":{"hash":"sha256:3880f38c65884eb0b6fe5ccb0ebeb1fcb4fbe182fefca9518b3e796cdb33b958"}} as unknown as TypedDocumentString<SellerSuspendMutation, SellerSuspendMutationVariables>;
export const SellerReinstateDocument = {"__meta__":{"hash":"sha256:401dc16088697bee1097151203ee27d957a86b8bd3402d5a42543d277581a465"}} as unknown as TypedDocumentString<SellerReinstateMutation, SellerReinstateMutationVariables>;
export const AdminSellerTermsDocument = {"__meta__":{"hash":"sha256:0075dc4d2a2b576c7e00e1b95e6e65a525adc9a56e5f0cc7285699f88323dc82"}} as unknown as TypedDocumentString<AdminSellerTermsQuery, AdminSellerTermsQueryVariables>;
export const AdminSellerApplyDocument = {"__meta__":{"hash":"sha256:8a86987cc594057f42fb5f13727c6ab7bbe2324c990f9932923dd114911f0130"}} as unknown as TypedDocumentString<AdminSellerApplyMutation, AdminSellerApplyMutationVariables>;
export const AdminSellerCloseProposeDocument = {"__meta__":{"hash":"sha256:bb4911fd3ac5fcb41f6a67bb35337fca0a540e6cd00aae492dd5ff0b5c1cfba3"}} as unknown as TypedDocumentString<AdminSellerCloseProposeMutation, AdminSellerCloseProposeMutationVariables>;
export const AdminOwnershipAssignDocument = {"__meta__":{"hash":"sha256:2081449622f0e57d5d1519381e5e317392dbb7ada3584bb203edc68b770d41a0"}} as unknown as TypedDocumentString<AdminOwnershipAssignMutation, AdminOwnershipAssignMutationVariables>;
export const AdminViewerDocument = {"__meta__":{"hash":"sha256:60b5e0e3b7852c322140d9bf163537dc81369e855e2f117b23d1f660134bb7d1"}} as unknown as TypedDocumentString<AdminViewerQuery, AdminViewerQueryVariables>;
export const AdminSignInDocument = {"__meta__":{"hash":"sha256:1d2b995442ee765d8e891dc51ba9a40f9de87d3961e87f4a29e0a52a438c1ae9"}} as unknown as TypedDocumentString<AdminSignInMutation, AdminSignInMutationVariables>;
export const AdminFactorVerifyDocument = {"__meta__":{"hash":"sha256:d4a09dbfbc7eb60ddecbcf5b61b6d1dfc6053230c4f21cb80fdf43b2fb3bce40"}} as unknown as TypedDocumentString<AdminFactorVerifyMutation, AdminFactorVerifyMutationVariables>;
export const AdminStepUpDocument = {"__meta__":{"hash":"sha256:6614c4a6d99202554ba321cfd4764726d511b3555a4866caed7edd92b6be7cf8"}} as unknown as TypedDocumentString<AdminStepUpMutation, AdminStepUpMutationVariables>;
export const AdminSignOutDocument = {"__meta__":{"hash":"sha256:0f8ce0a9c52b34ec30e1738e552f19b7166a36819dacd94b61e067e7b513630f"}} as unknown as TypedDocumentString<AdminSignOutMutation, AdminSignOutMutationVariables>;
export const AdminStatementsDocument = {"__meta__":{"hash":"sha256:c54d4587eb331058dc2ab89c9a7cbaecb7cf6949b150ae6d0b1280c3ca6dce13"}} as unknown as TypedDocumentString<AdminStatementsQuery, AdminStatementsQueryVariables>;
export const AdminInvoicesDocument = {"__meta__":{"hash":"sha256:a1234b65a0de714bd81e470304d3a0baa0690e626d8d2e20b6c2d762b40d33f7"}} as unknown as TypedDocumentString<AdminInvoicesQuery, AdminInvoicesQueryVariables>;
export const AdminStatementDocument = {"__meta__":{"hash":"sha256:e47500c098ba4e10c4782e15d92c6a7db70b95f46d72bfd19b5cc2c18470f300"}} as unknown as TypedDocumentString<AdminStatementQuery, AdminStatementQueryVariables>;
export const AdminStatementOpenDocument = {"__meta__":{"hash":"sha256:805697062162f3d4b7949fa23a3d9fb1f5b58b3e006640ecdea0dc0d8d1604d7"}} as unknown as TypedDocumentString<AdminStatementOpenQuery, AdminStatementOpenQueryVariables>;
export const AdminFileDocument = {"__meta__":{"hash":"sha256:c600ea22eae438e052cf5daf8be625e0f836d3da69c6337df08d2632054f369e"}} as unknown as TypedDocumentString<AdminFileQuery, AdminFileQueryVariables>;
export const AdminStatementExportCreateDocument = {"__meta__":{"hash":"sha256:f8f6b5e79b9dc8a00a1c1c95417f3dc2a5d709f0ecd2ab1cb3973c01403524fe"}} as unknown as TypedDocumentString<AdminStatementExportCreateMutation, AdminStatementExportCreateMutationVariables>;
export const AdminCommissionInvoiceExportDocument = {"__meta__":{"hash":"sha256:a20ab32d05fe32f117e9ca635e9b241b3d087064760b2769ef45708359617e46"}} as unknown as TypedDocumentString<AdminCommissionInvoiceExportMutation, AdminCommissionInvoiceExportMutationVariables>;
export const AdminSystemDocument = {"__meta__":{"hash":"sha256:d307f5ca369f3fbfe6ebf33576c5906d717000812147d8df0f88dfd8dd226f31"}} as unknown as TypedDocumentString<AdminSystemQuery, AdminSystemQueryVariables>;
export const AdminParkedJobsDocument = {"__meta__":{"hash":"sha256:19532c7432eb569c8668dc50f715504a32ae6f8f5f9fc53f610aff76c81818ec"}} as unknown as TypedDocumentString<AdminParkedJobsQuery, AdminParkedJobsQueryVariables>;
export const AdminPlatformSettingsDocument = {"__meta__":{"hash":"sha256:0cb12807295ba406966eafb4d43b2999473de74b2803d9b64df38702e785cfa6"}} as unknown as TypedDocumentString<AdminPlatformSettingsQuery, AdminPlatformSettingsQueryVariables>;
export const AdminParkedJobRetryDocument = {"__meta__":{"hash":"sha256:d5fc444148dd4cfe71b42ebbae1ccea4e7d36407d66b3a3fe1ab53a22e57d2df"}} as unknown as TypedDocumentString<AdminParkedJobRetryMutation, AdminParkedJobRetryMutationVariables>;
export const AdminMembersDocument = {"__meta__":{"hash":"sha256:65d89d8df144f36a7fb7917a4ef1f556202dac07832244811aeacb81ff2cb063"}} as unknown as TypedDocumentString<AdminMembersQuery, AdminMembersQueryVariables>;
export const AdminInvitationsDocument = {"__meta__":{"hash":"sha256:30d9b962a7c1436a02851d055554315b8612212b87d67c78c13b8babe4e679a6"}} as unknown as TypedDocumentString<AdminInvitationsQuery, AdminInvitationsQueryVariables>;
export const AdminRolesDocument = {"__meta__":{"hash":"sha256:f0d675121fe7c2e4f9078d63686ae2bc57833a5b06eedf0957bcdaecdfc9501b"}} as unknown as TypedDocumentString<AdminRolesQuery, AdminRolesQueryVariables>;
export const AdminOwnershipOfferDocument = {"__meta__":{"hash":"sha256:5bcfc33331b33a2ca1251238382f4af72450ee208e3d8dfe834b64c1817f8731"}} as unknown as TypedDocumentString<AdminOwnershipOfferQuery, AdminOwnershipOfferQueryVariables>;
export const AdminOwnOffersDocument = {"__meta__":{"hash":"sha256:03dbd62ed7eab9e56be91d584fef4e913d335949d12b5c6e03522adf5bc57919"}} as unknown as TypedDocumentString<AdminOwnOffersQuery, AdminOwnOffersQueryVariables>;
export const AdminMemberInviteDocument = {"__meta__":{"hash":"sha256:c81fee3cdd1ea121feb5d01b0fbb1efdd642435f4af52b9ec2a8b05f82138cf0"}} as unknown as TypedDocumentString<AdminMemberInviteMutation, AdminMemberInviteMutationVariables>;
export const AdminInvitationResendDocument = {"__meta__":{"hash":"sha256:629ee6be9f7e9e83f8353c2abf734c20767f9e775d11c7a8a5eeb15c9e133129"}} as unknown as TypedDocumentString<AdminInvitationResendMutation, AdminInvitationResendMutationVariables>;
export const AdminInvitationRevokeDocument = {"__meta__":{"hash":"sha256:53ca3c37462aadbcdf894da2e493e9c46c91bfbb4ad0359eb45eb5dc68b2728d"}} as unknown as TypedDocumentString<AdminInvitationRevokeMutation, AdminInvitationRevokeMutationVariables>;
export const AdminMemberRoleSetDocument = {"__meta__":{"hash":"sha256:7a7671767b27e54c15502ed2d2feb0892bdfeb1c4a249105fa27bfbe3103719d"}} as unknown as TypedDocumentString<AdminMemberRoleSetMutation, AdminMemberRoleSetMutationVariables>;
export const AdminMemberRemoveDocument = {"__meta__":{"hash":"sha256:48a8faed6859c4db183943648e7f35582989f769f400e1882005faa102527da0"}} as unknown as TypedDocumentString<AdminMemberRemoveMutation, AdminMemberRemoveMutationVariables>;
export const AdminMemberEnableDocument = {"__meta__":{"hash":"sha256:bb19c1b39a42bc35da33c087fb9d4d76172aaf746e710c59757b472282a91aab"}} as unknown as TypedDocumentString<AdminMemberEnableMutation, AdminMemberEnableMutationVariables>;
export const AdminRoleCreateDocument = {"__meta__":{"hash":"sha256:2cbe714308b0bc45ef91145b49713f415430678f85054c10e6a5178b71cb5442"}} as unknown as TypedDocumentString<AdminRoleCreateMutation, AdminRoleCreateMutationVariables>;
export const AdminRoleUpdateDocument = {"__meta__":{"hash":"sha256:c302f4451d489964c40e0d5f1c3abb4242a6a210d3e41c928dfc1d3f4e2728c5"}} as unknown as TypedDocumentString<AdminRoleUpdateMutation, AdminRoleUpdateMutationVariables>;
export const AdminRoleDeleteDocument = {"__meta__":{"hash":"sha256:0934249e84d08a5fa78be240b3e8c34014de8ebb62d1c0bee685256c18d0a798"}} as unknown as TypedDocumentString<AdminRoleDeleteMutation, AdminRoleDeleteMutationVariables>;
export const AdminOwnershipTransferDocument = {"__meta__":{"hash":"sha256:7bc63c80c1f170d41ea8b2094fe6a2534920242958b2850379d7bea7d7b95305"}} as unknown as TypedDocumentString<AdminOwnershipTransferMutation, AdminOwnershipTransferMutationVariables>;
export const AdminOwnershipTransferCancelDocument = {"__meta__":{"hash":"sha256:61e9ffc157bd0f2c966e4fc462af831b8f05fcc00a009169991048db9d87c476"}} as unknown as TypedDocumentString<AdminOwnershipTransferCancelMutation, AdminOwnershipTransferCancelMutationVariables>;
export const AdminOwnershipTransferAcceptDocument = {"__meta__":{"hash":"sha256:92476e6fac1ba010fb6e22d0845d80c4f642df712a1b343b1e125dc2988ad3ad"}} as unknown as TypedDocumentString<AdminOwnershipTransferAcceptMutation, AdminOwnershipTransferAcceptMutationVariables>;
export const AdminOwnershipTransferDeclineDocument = {"__meta__":{"hash":"sha256:f7f1f5a7d09c52286eb2706524aee3f56465237c8e269add6dcb3cecbc5743f1"}} as unknown as TypedDocumentString<AdminOwnershipTransferDeclineMutation, AdminOwnershipTransferDeclineMutationVariables>;
export const AdminTermsVersionsDocument = {"__meta__":{"hash":"sha256:7d4cec01f5b645e4c9f9b8a2e3589e0cc21272f2eedc8f86fc36eafe0f8ace88"}} as unknown as TypedDocumentString<AdminTermsVersionsQuery, AdminTermsVersionsQueryVariables>;
export const AdminPendingTermsDocument = {"__meta__":{"hash":"sha256:4945c6796b280080d6a81f40789138820890171e044024dba2aa0c188eaf951b"}} as unknown as TypedDocumentString<AdminPendingTermsQuery, AdminPendingTermsQueryVariables>;
export const AdminTermsPublishDocument = {"__meta__":{"hash":"sha256:89945cb352fe534d5b8f65696b96f922c76ac01f8dd29692e10d19378b681784"}} as unknown as TypedDocumentString<AdminTermsPublishMutation, AdminTermsPublishMutationVariables>;
export const AdminTermsWithdrawDocument = {"__meta__":{"hash":"sha256:878d827df55819aaea0820df12c7cc1055b8a649e231cd3a8c8d09ccf76a138e"}} as unknown as TypedDocumentString<AdminTermsWithdrawMutation, AdminTermsWithdrawMutationVariables>;
export const AdminTermsAcceptDocument = {"__meta__":{"hash":"sha256:6e604913112de9c6eb067e25e9c010a05d9ffb1ced6e4710b733229c82a8c51c"}} as unknown as TypedDocumentString<AdminTermsAcceptMutation, AdminTermsAcceptMutationVariables>;
export const AdminViewAsDocument = {"__meta__":{"hash":"sha256:0eceefab2b3f867beeebaa13e754b79ac9d011b69dac79c63b1b80e488b2b2e1"}} as unknown as TypedDocumentString<AdminViewAsQuery, AdminViewAsQueryVariables>;
export const AdminViewAsStartDocument = {"__meta__":{"hash":"sha256:1b0290510631a7af58447a186b67f8309ad1c43089b874d58bcf1c50756d610d"}} as unknown as TypedDocumentString<AdminViewAsStartMutation, AdminViewAsStartMutationVariables>;
export const AdminViewAsEndDocument = {"__meta__":{"hash":"sha256:aa07d696caf97fbc14033fa29a96e4adc5377f13f285183af47e4457f5d6c23a"}} as unknown as TypedDocumentString<AdminViewAsEndMutation, AdminViewAsEndMutationVariables>;
export const AdminViewAsWriteDocument = {"__meta__":{"hash":"sha256:e09829f684f3548794cbd71ce55d4b276ce28567c9118fdc4e5b3d37a0b33ecf"}} as unknown as TypedDocumentString<AdminViewAsWriteMutation, AdminViewAsWriteMutationVariables>;
export const AdminWaitingDocument = {"__meta__":{"hash":"sha256:3fd96e45b09a624cc5edd2cd473ad1a6fb79a7f9f17a3c4fe73a631ffc6ceaa5"}} as unknown as TypedDocumentString<AdminWaitingQuery, AdminWaitingQueryVariables>;
export const SellerWaitingDocument = {"__meta__":{"hash":"sha256:3630f5bd08539c1818ca7eead6fc857e4b862efab31facc5505be5bbb76a74ba"}} as unknown as TypedDocumentString<SellerWaitingQuery, SellerWaitingQueryVariables>;
export const AdminWebhooksDocument = {"__meta__":{"hash":"sha256:a296b6023e08e359b668ba028586ec8f337e7093659456078b7837ba8e67e24a"}} as unknown as TypedDocumentString<AdminWebhooksQuery, AdminWebhooksQueryVariables>;
export const AdminWebhookEventsDocument = {"__meta__":{"hash":"sha256:93177f7677dc69ae204e1aed6d059d569df334b0f806a280eba6ce1931396e14"}} as unknown as TypedDocumentString<AdminWebhookEventsQuery, AdminWebhookEventsQueryVariables>;
export const AdminWebhookDocument = {"__meta__":{"hash":"sha256:8257120e50fad5b953a63114a399d5bd9f685c499bdea70946ca10448c28cbb6"}} as unknown as TypedDocumentString<AdminWebhookQuery, AdminWebhookQueryVariables>;
export const AdminWebhookDeliveriesDocument = {"__meta__":{"hash":"sha256:911c93802b00c0da942ab01703493f55b06ac2290978cf40ae9a6d2ca6cf3150"}} as unknown as TypedDocumentString<AdminWebhookDeliveriesQuery, AdminWebhookDeliveriesQueryVariables>;
export const AdminWebhookDeliveryDocument = {"__meta__":{"hash":"sha256:b35127840431f5b1d3ab850cfcd0e1741638e8418602150d211065a969d659a4"}} as unknown as TypedDocumentString<AdminWebhookDeliveryQuery, AdminWebhookDeliveryQueryVariables>;
export const AdminWebhookCreateDocument = {"__meta__":{"hash":"sha256:48346a8c9478fda8ff637a4deba50010f6cc73f68c70f8337b165a4a120abe52"}} as unknown as TypedDocumentString<AdminWebhookCreateMutation, AdminWebhookCreateMutationVariables>;
export const AdminWebhookUpdateDocument = {"__meta__":{"hash":"sha256:2ab2bf797865d5947d47bfb6d85750ab9eb73a6e2d51fb6cc234895f7b5125d3"}} as unknown as TypedDocumentString<AdminWebhookUpdateMutation, AdminWebhookUpdateMutationVariables>;
export const AdminWebhookDeleteDocument = {"__meta__":{"hash":"sha256:2ea5bb1b90514078262d7ebc4a69b24d4d37aab83544e90bd95d9b5ded1873ac"}} as unknown as TypedDocumentString<AdminWebhookDeleteMutation, AdminWebhookDeleteMutationVariables>;
export const AdminWebhookSecretRotateDocument = {"__meta__":{"hash":"sha256:3ed6607c9cca1c1e14e3a67335039fba4c73e14d79a9649f80569bdfa7697c7c"}} as unknown as TypedDocumentString<AdminWebhookSecretRotateMutation, AdminWebhookSecretRotateMutationVariables>;
export const AdminWebhookTestDocument = {"__meta__":{"hash":"sha256:ba4237569222acc1f7d9b8fbc90343ca09fc5e34719115df7a3feec2319e6d85"}} as unknown as TypedDocumentString<AdminWebhookTestMutation, AdminWebhookTestMutationVariables>;
export const AdminWebhookRetryDocument = {"__meta__":{"hash":"sha256:61d053427047453a28dbc8d170770dc1fbadccd19ab5e5ce2cb99ad0c5010104"}} as unknown as TypedDocumentString<AdminWebhookRetryMutation, AdminWebhookRetryMutationVariables>;
export const AdminWebhookRetryFailedDocument = {"__meta__":{"hash":"sha256:af43e4de2ec722d28267fce34bf0c3acdb4be146952e0060d32b6b906fea4d81"}} as unknown as TypedDocumentString<AdminWebhookRetryFailedMutation, AdminWebhookRetryFailedMutationVariables>;