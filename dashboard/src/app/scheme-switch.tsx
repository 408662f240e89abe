import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const SCHEMES = {
  auto: { icon: IconDeviceDesktop, label: 'Colours: as the system', next: 'light' },
  light: { icon: IconSun, label: 'Colours: light', next: 'dark' },
  dark: { icon: IconMoon, label: 'Colours: dark', next: 'auto' },
} as const;

export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { icon: Icon, label, next } = SCHEMES[colorScheme];
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" onClick={() => setColorScheme(next)} aria-label={label}>
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  );
}
