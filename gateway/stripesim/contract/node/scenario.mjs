// The split of one payment over two sellers, told by stripe-node.
import assert from 'node:assert/strict';
import test from 'node:test';
import Stripe from 'stripe';

const host = process.env.SIM_HOST;
const port = Number(process.env.SIM_PORT);
const stripe = new Stripe('sk_test_simulator', {
  apiVersion: '2023-10-16', host, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false,
});

async function control(path, params = {}) {
  const res = await fetch(`http://${host}:${port}/_sim/${path}`, {method: 'POST', body: new URLSearchParams(params)});
  assert.equal(res.status, 200, `${path}: ${await res.clone().text()}`);
  return res.json();
}

async function seller() {
  const account = await stripe.accounts.create({
    controller: {fees: {payer: 'application'}, losses: {payments: 'application'}, stripe_dashboard: {type: 'express'}},
    capabilities: {transfers: {requested: true}},
    settings: {payouts: {schedule: {interval: 'manual'}}},
  });
  assert.equal(account.payouts_enabled, false);
  await control(`accounts/${account.id}/onboard`);
  const onboarded = await stripe.accounts.retrieve(account.id);
  assert.equal(onboarded.capabilities.transfers, 'active');
  return account.id;
}

test('one payment, two sellers, one refund, one payout', async () => {
  const [a, b] = [await seller(), await seller()];
  const intent = await stripe.paymentIntents.create({
    amount: 10700, currency: 'usd', payment_method: 'pm_card_visa', payment_method_types: ['card'], confirm: true,
    transfer_group: 'ord_node', metadata: {order: 'ord_node'}, expand: ['latest_charge.balance_transaction'],
  }, {idempotencyKey: 'node_pay'});
  assert.equal(intent.status, 'succeeded');
  const charge = intent.latest_charge;
  assert.equal(charge.balance_transaction.fee, 340);

  const transfer = (amount, destination, idempotencyKey) => stripe.transfers.create(
    {amount, currency: 'usd', destination, source_transaction: charge.id, transfer_group: 'ord_node'}, {idempotencyKey});
  const first = await transfer(5350, a, 'node_a');
  const again = await transfer(5350, a, 'node_a');
  assert.equal(again.id, first.id);
  await transfer(3960, b, 'node_b');
  await assert.rejects(transfer(2000, a, 'node_c'), {type: 'StripeInvalidRequestError', statusCode: 400});
  await assert.rejects(transfer(1, a, 'node_a'), {type: 'StripeIdempotencyError'});
  const group = await stripe.transfers.list({transfer_group: 'ord_node'}).autoPagingToArray({limit: 100});
  assert.equal(group.length, 2);

  await control('clock', {advance: '48h'});
  const balance = await stripe.balance.retrieve({}, {stripeAccount: a});
  assert.equal(balance.available[0].amount, 5350);
  const payout = await stripe.payouts.create({amount: 3000, currency: 'usd'}, {stripeAccount: a});
  await control(`payouts/${payout.id}/settle`);
  assert.equal((await stripe.payouts.retrieve(payout.id, {}, {stripeAccount: a})).status, 'paid');

  const reversal = await stripe.transfers.createReversal(first.id, {amount: 2350});
  assert.equal(reversal.amount, 2350);
  await assert.rejects(stripe.transfers.createReversal(first.id, {amount: 3000}), {code: 'balance_insufficient'});
  const refund = await stripe.refunds.create({charge: charge.id, amount: 2970, reason: 'requested_by_customer'});
  assert.equal(refund.status, 'succeeded');
});

test('declines, 3D Secure and webhook signatures', async () => {
  const pay = (method) => stripe.paymentIntents.create({
    amount: 2000, currency: 'usd', payment_method: method, payment_method_types: ['card'], confirm: true, return_url: 'https://shop.example/back',
  });
  await assert.rejects(pay('pm_card_visa_chargeDeclinedInsufficientFunds'), (err) => {
    assert.equal(err.type, 'StripeCardError');
    assert.equal(err.decline_code, 'insufficient_funds');
    assert.equal(err.payment_intent.status, 'requires_payment_method');
    return true;
  });
  const secure = await pay('pm_card_authenticationRequired');
  assert.equal(secure.next_action.type, 'redirect_to_url');
  await control(`3ds/${secure.id}/complete`);
  assert.equal((await stripe.paymentIntents.retrieve(secure.id)).status, 'succeeded');

  const events = await stripe.events.list({type: 'payment_intent.succeeded', limit: 1});
  const payload = JSON.stringify(events.data[0]);
  const header = stripe.webhooks.generateTestHeaderString({payload, secret: 'whsec_node'});
  assert.equal(stripe.webhooks.constructEvent(payload, header, 'whsec_node').id, events.data[0].id);
});

test('what does not exist', async () => {
  await assert.rejects(stripe.charges.retrieve('ch_nothing'), {code: 'resource_missing', statusCode: 404});
  await assert.rejects(stripe.accounts.retrieve('acct_nothing'), {type: 'StripePermissionError'});
  await assert.rejects(stripe.customers.create({bogus: 1}), {code: 'parameter_unknown', param: 'bogus'});
  const other = new Stripe('sk_test_wrong', {apiVersion: '2023-10-16', host, port, protocol: 'http', maxNetworkRetries: 0});
  await assert.rejects(other.balance.retrieve(), {type: 'StripeAuthenticationError'});
});
