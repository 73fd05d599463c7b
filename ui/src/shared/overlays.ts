import { type RefObject, useEffect, useRef, useState } from 'react';
import { focusFirstQuestion } from './questions';

/** Whether a dialog or an open menu stands over the page: the keys are its own then. */
export function isCovered(): boolean {
  return document.querySelector('[role=dialog], .ant-dropdown:not(.ant-dropdown-hidden)') !== null;
}

/** The button whose menu is open; else what has the focus. */
export function opener(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.ant-dropdown-open') ?? (document.activeElement as HTMLElement | null);
}

/** What opened a dialog has the focus back when the dialog is gone. Said where the dialog is made: inside, it has the focus already. */
export function useFocusReturns(): void {
  const [from] = useState(opener);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body && from?.isConnected) from.focus({ preventScroll: true });
      });
    },
    [from],
  );
}

/** The form of a dialog: its first question takes the focus as soon as it stands, and what opened it has it back. */
export function useDialogForm(): RefObject<HTMLDivElement | null> {
  const form = useRef<HTMLDivElement>(null);
  useFocusReturns();
  useEffect(() => {
    // antd gives the focus to the cross first.
    const timer = setTimeout(() => focusFirstQuestion(form.current));
    return () => clearTimeout(timer);
  }, []);
  return form;
}
