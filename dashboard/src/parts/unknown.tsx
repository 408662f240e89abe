/** What is not known, with why: never a zero. */
export function Unknown({ why }: { why: string }) {
  return (
    <span className="dim" tabIndex={-1} aria-label={`unknown: ${why}`} role="img" data-hint={why}>
      –
    </span>
  );
}
