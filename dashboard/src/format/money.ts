/** An amount with its currency: $1.25, $0.0034, €12, 3.5 credits. Small ones keep two figures that count. */
export function formatMoney({ amount, currency }: { amount: number; currency: string }): string {
  const figures =
    amount !== 0 && Math.abs(amount) < 0.1
      ? { minimumSignificantDigits: 2, maximumSignificantDigits: 2 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  if (!/^[A-Z]{3}$/.test(currency)) return `${new Intl.NumberFormat('en', figures).format(amount)} ${currency}`;
  return new Intl.NumberFormat('en', { style: 'currency', currency, ...figures }).format(amount);
}
