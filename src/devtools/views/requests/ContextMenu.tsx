import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** An item of a menu. */
interface MenuItem {
  readonly label: string;
  readonly title?: string;
  onChoose(): void;
}

interface ContextMenuProps {
  x: number;
  y: number;
  label: string;
  items: readonly MenuItem[];
  onClose(): void;
}

/** Draws a menu at a point, kept inside the window. It has the focus until it closes. */
export function ContextMenu({ x, y, label, items, onClose }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const { current } = menu;
    if (!current) return;
    const { width, height } = current.getBoundingClientRect();
    current.style.left = `${Math.max(0, Math.min(x, innerWidth - width - 2))}px`;
    current.style.top = `${Math.max(0, y + height > innerHeight ? y - height : y)}px`;
    current.querySelector('button')?.focus({ preventScroll: true });
  }, [x, y]);
  useEffect(() => {
    const leave = (event: Event) => {
      if (!(event.target instanceof Node && menu.current?.contains(event.target))) onClose();
    };
    document.addEventListener('pointerdown', leave);
    window.addEventListener('blur', onClose);
    window.addEventListener('resize', onClose);
    return () => {
      document.removeEventListener('pointerdown', leave);
      window.removeEventListener('blur', onClose);
      window.removeEventListener('resize', onClose);
    };
  });

  function press(event: KeyboardEvent): void {
    event.stopPropagation();
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const now = buttons.findIndex((button) => button.matches(':focus'));
    const next = {
      ArrowDown: (now + 1) % buttons.length,
      ArrowUp: (now - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (next !== undefined) buttons[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  }

  return (
    <div ref={menu} class="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={press}>
      {items.map(({ label, title, onChoose }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          title={title}
          onClick={() => {
            onClose();
            onChoose();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
