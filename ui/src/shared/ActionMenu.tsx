import { Dropdown, type MenuProps } from 'antd';
import type { KeyboardEvent, ReactElement } from 'react';
import { opener } from './overlays';

type Props = { items: MenuProps['items']; children: ReactElement; placement?: 'bottomLeft' | 'bottomRight' };

/** A button's menu: by mouse, or by Enter, arrows and Esc; the button has the focus back when it closes. */
export function ActionMenu({ items, children, placement = 'bottomRight' }: Props) {
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      placement={placement}
      menu={{ items, onKeyDown: keepEnter, style: { maxHeight: 480, overflow: 'auto' } }}
      onOpenChange={(open) => {
        if (!open) opener()?.focus({ preventScroll: true });
      }}
    >
      {children}
    </Dropdown>
  );
}

/** The Enter that chooses must not press what has the focus next. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}
