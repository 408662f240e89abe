/** @param currency ISO 4217; a price is never shown without it. */
export function formatMoney(amount: number, currency: string): string {
  const digits = Math.abs(amount) < 1 ? 4 : 2;
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(amount);
}
