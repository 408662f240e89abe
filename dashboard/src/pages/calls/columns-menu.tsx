import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { CALL_COLUMNS } from './columns.tsx';
import type { ColumnKey } from './search.ts';

type ColumnsMenuProps = { shown: readonly ColumnKey[]; onChange: (keys: ColumnKey[]) => void };

/** Which columns are shown; the first, that opens the call, always is. */
export function ColumnsMenu({ shown, onChange }: ColumnsMenuProps) {
  const toggle = (key: ColumnKey) =>
    onChange(shown.includes(key) ? shown.filter((one) => one !== key) : [...shown, key]);
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={15} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8} role="group" aria-label="Columns">
          {CALL_COLUMNS.slice(1).map(({ key, title }) => (
            <Checkbox key={key} size="xs" label={title} checked={shown.includes(key)} onChange={() => toggle(key)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
