import { Tooltip } from '@mantine/core';

/** What is not known, with why: never a zero. */
export function Unknown({ why }: { why: string }) {
  return (
    <Tooltip label={why}>
      <span className="dim" tabIndex={-1} aria-label={`unknown: ${why}`} role="img">
        –
      </span>
    </Tooltip>
  );
}
