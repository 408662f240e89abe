import { Fragment } from 'react';

/** Text with the searched words marked, whatever their case. */
export function Marked({ text, words }: { text: string; words: string }) {
  const wanted = words.split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) return <>{text}</>;
  const pattern = new RegExp(
    `(${wanted.map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)).join('|')})`,
    'gi',
  );
  return (
    <>
      {text.split(pattern).map((piece, index) => (
        // Pieces have no identity but their place.
        <Fragment key={`${index}${piece}`}>{index % 2 === 1 ? <mark>{piece}</mark> : piece}</Fragment>
      ))}
    </>
  );
}
