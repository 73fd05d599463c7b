import { Button } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnLine } from '../platform/bindings';
import styles from './Calls.module.css';

type Props = { box: Ref<HTMLDivElement>; by: OnLine; onTakeOver: () => void; onLeave: () => void };

/** Another person is on the line with this client: asked before anything is written. */
export function ClaimBar({ box, by, onTakeOver, onLeave }: Props) {
  const { t } = useTranslation();
  return (
    <div ref={box} className={styles.claim} role="alert" data-testid="claim">
      <span>☎ {by.member === null ? t('calls.onLineAsk', by) : t('calls.onLineAskMember', { ...by, member: by.member })}</span>
      <Button size="small" onClick={onLeave} data-testid="claim-leave">
        {t('calls.leave')}
      </Button>
      <Button size="small" type="primary" onClick={onTakeOver} data-testid="claim-take">
        {t('calls.takeOver')}
      </Button>
    </div>
  );
}

/** What would be saved has to wait until the question of the bar is answered: the focus goes there. */
export function focusTakeOver(bar: HTMLElement | null): void {
  bar?.querySelector<HTMLElement>('[data-testid=claim-take]')?.focus();
}
