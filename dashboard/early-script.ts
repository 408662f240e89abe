import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The letters of nearly every page: drawn first in others, its lines would move when these come. */
const FONT = /inter-latin-wght-normal.*\.woff2$/;

/**
 * Puts what must not wait for the libraries first into the HTML of the build: the script of `src/early.ts`, with what it
 * imports, and the font. Development does without. Async: in turn it would wait for the style sheets.
 */
export function earlyScript(): Plugin {
  return {
    name: 'early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const files = Object.values(bundle);
        const early = files.find((file) => file.type === 'chunk' && file.isEntry && file.name === 'early');
        const font = files.find(({ fileName }) => FONT.test(fileName));
        if (early?.type !== 'chunk' || !font) throw new Error('the build lacks the early script or its font');
        const preload = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${font.fileName}` };
        return [
          tag('script', { type: 'module', async: true, src: `/${early.fileName}` }),
          ...early.imports.map((file) => tag('link', { rel: 'modulepreload', href: `/${file}` })),
          tag('link', preload),
        ];
      },
    },
  };
}

function tag(name: string, attrs: Record<string, string | boolean>): HtmlTagDescriptor {
  return { tag: name, attrs, injectTo: 'head-prepend' };
}
