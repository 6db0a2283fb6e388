/** The house mark: a roof and one lit window. Always beside its word. */
export function House() {
  return (
    <svg className="house" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="M3.2 10.8 12 3.2l8.8 7.6v9.9H3.2z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
      <rect x="9.6" y="12.2" width="4.8" height="8.5" fill="var(--window)" />
    </svg>
  );
}
