/** The sign of the product. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#4f52c9" />
      <path d="M8 14v4M13.3 10v12M18.7 7v18M24 12v8" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
