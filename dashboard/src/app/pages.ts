import {
  IconActivity,
  IconGauge,
  IconMicrophone,
  IconPhone,
  IconRouteSquare,
  IconUsers,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export type PageLink = {
  to: '/' | '/latency' | '/leads' | '/calls' | '/pipeline' | '/call';
  label: string;
  /** Where there is little room; it begins the label. */
  short?: string;
  /** Pressed after `g`. */
  key: string;
  icon: ComponentType<IconProps>;
  /** Whether range and filters mean something there. */
  filtered: 'all' | 'no-range' | 'none';
};

/** The pages of the navigation, in its order. */
export const PAGES: readonly PageLink[] = [
  { to: '/', label: 'Live', key: 'l', icon: IconActivity, filtered: 'no-range' },
  { to: '/latency', label: 'Latency', key: 'a', icon: IconGauge, filtered: 'all' },
  { to: '/leads', label: 'Leads', key: 'e', icon: IconUsers, filtered: 'all' },
  { to: '/calls', label: 'Calls', key: 'c', icon: IconPhone, filtered: 'all' },
  { to: '/pipeline', label: 'Pipeline', key: 'p', icon: IconRouteSquare, filtered: 'none' },
  { to: '/call', label: 'Call the agent', short: 'Call', key: 't', icon: IconMicrophone, filtered: 'none' },
];
