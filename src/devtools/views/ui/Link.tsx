import type { ComponentChildren } from 'preact';

interface LinkProps {
  url: string;
  title?: string;
  children: ComponentChildren;
  onOpen(url: string): void;
}

/** Draws a link that opens in a new tab. */
export function Link({ url, title, children, onOpen }: LinkProps) {
  return (
    <a
      href={url}
      title={title}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        onOpen(url);
      }}
    >
      {children}
    </a>
  );
}
