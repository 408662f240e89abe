import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { EarshotError, messageOf } from '../../lib/errors.ts';

export type Section = { title: string; text: string; source: string; category: string };

/**
 * Reads every Markdown file under a folder and cuts it at its headings. A page's category is its front matter's
 * `category`, else the folder that it lies in, else `general`.
 *
 * @throws EarshotError `bad_knowledge`, naming the file
 */
export async function readPages(folder: string): Promise<Section[]> {
  const files = await listMarkdown(folder);
  const pages = await Promise.all(
    files.map(async (file) => sectionsOf(file, await readFile(path.join(folder, file), 'utf8'))),
  );
  return pages.flat();
}

async function listMarkdown(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries.filter((entry) => entry.endsWith('.md')).toSorted();
  } catch (error) {
    throw new EarshotError(
      { code: 'bad_knowledge', field: folder, message: 'cannot be read', fix: 'name a folder of Markdown files' },
      { cause: error },
    );
  }
}

export function sectionsOf(file: string, markdown: string): Section[] {
  const { matter, body } = splitFrontMatter(file, markdown);
  const folder = path.dirname(file).split(path.sep)[0];
  const category =
    typeof matter['category'] === 'string' ? matter['category'] : folder && folder !== '.' ? folder : 'general';
  const pageTitle = /^# (.+)$/m.exec(body)?.[1]?.trim() ?? path.basename(file, '.md');
  const sections: Section[] = [];
  for (const part of body.split(/^(?=#{1,6} )/m)) {
    const heading = /^#{1,6} (.+)\n?/.exec(part);
    const text = part.slice(heading?.[0].length ?? 0).trim();
    if (text === '') continue;
    const name = heading?.[1]?.trim() ?? pageTitle;
    const title = name === pageTitle ? pageTitle : `${pageTitle} › ${name}`;
    sections.push({ title, text, source: `${file}#${slug(name)}`, category });
  }
  return sections;
}

function splitFrontMatter(file: string, markdown: string): { matter: Record<string, unknown>; body: string } {
  const found = /^---\n([\s\S]*?)\n---\n/.exec(markdown);
  if (!found) return { matter: {}, body: markdown };
  try {
    const matter: unknown = parse(found[1] ?? '');
    const fields = typeof matter === 'object' && matter !== null ? (matter as Record<string, unknown>) : {};
    return { matter: fields, body: markdown.slice(found[0].length) };
  } catch (error) {
    throw new EarshotError({
      code: 'bad_knowledge',
      field: file,
      message: messageOf(error),
      fix: 'make its front matter valid YAML',
    });
  }
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
