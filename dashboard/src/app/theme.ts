import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eeeefb',
  '#dcdcf7',
  '#b8b9ee',
  '#9b9dff',
  '#7d7fe6',
  '#6467d8',
  '#4f52c9',
  '#4345b0',
  '#373994',
  '#2b2d78',
];

/** The greys of theme.css, from ink to paper. */
const dark: MantineColorsTuple = [
  '#ecedef',
  '#a6aab3',
  '#858a95',
  '#5c606a',
  '#393c43',
  '#26282d',
  '#16181b',
  '#101113',
  '#0c0d0e',
  '#08090a',
];

/** Mantine draws what opens, closes and takes input; colours of the pages themselves are in theme.css. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '20px' },
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Tooltip: {
      defaultProps: {
        openDelay: 250,
        withArrow: false,
        fz: 12,
        maw: 360,
        multiline: true,
        events: { hover: true, focus: true, touch: true },
      },
    },
    /** Still: a pulse takes from the first view what it needs to be drawn. */
    Skeleton: { defaultProps: { animate: false } },
  },
});

/** Mantine's own colours, by the variables of theme.css, so that there is one palette. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--paper)',
    '--mantine-color-default-hover': 'var(--paper-2)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-gray-light-color': 'var(--ink-2)',
  };
  return { variables: {}, light: both, dark: both };
};
