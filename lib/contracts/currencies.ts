/** Currencies of budgets, by their code (ISO 4217). */
export const CURRENCIES = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "JPY",
  "INR",
  "AUD",
  "CAD",
] as const;
