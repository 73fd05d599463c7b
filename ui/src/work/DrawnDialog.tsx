import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { drawSheetQueryOptions } from '../api/queries';
import { asWireError } from '../platform';
import type { DrawSheet } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import styles from './Draw.module.css';
import { DrawnRows } from './DrawnRows';
import { DrawTools } from './DrawTools';
import { useWork } from './state';
import { Strata } from './Strata';

/** What was drawn: who, from how many, with which seed; the next rank takes the place of who cannot be reached. */
export function DrawnDialog({ draw }: { draw: string }) {
  const { t } = useTranslation();
  const { close } = useWork();
  const { data: sheet, error } = useQuery(drawSheetQueryOptions(draw, false));
  return (
    <Modal open title={sheet ? t('work.drawOf', { title: sheet.about.title }) : t('work.draw')} footer={null} onCancel={close} width={820} style={{ top: 56 }}>
      <div className={styles.form} data-testid="drawn">
        {error && <Failed error={asWireError(error)} />}
        {sheet && <Drawn sheet={sheet} />}
      </div>
    </Modal>
  );
}

function Drawn({ sheet }: { sheet: DrawSheet }) {
  const { t } = useTranslation();
  const { row, about } = sheet;
  return (
    <>
      {row.voided && (
        <p className={styles.voided} data-testid="draw-voided">
          {t('work.voidedBy', { on: row.voided.on, reason: row.voided.reason, approver: row.voided.approver })}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{t('work.period')}</dt>
        <dd>{[about.period, about.stretch && t('work.from', { stretch: about.stretch })].filter(Boolean).join(' · ')}</dd>
        <dt>{t('work.population')}</dt>
        <dd>
          {t('work.drawnOf', { population: row.population, taken: row.taken, replaced: row.replaced })}
          <small className={styles.code} title={t('work.hashMeans')}>{t('work.hash', { hash: row.hash })}</small>
        </dd>
        <dt>{t('work.seed')}</dt>
        <dd>
          <span className={styles.code}>{row.seed}</span>
          <small>{t(row.agreed ? 'work.seedAgreed' : 'work.seedOfSystem')}</small>
        </dd>
        <dt>{t('work.drawnOn')}</dt>
        <dd>{[row.on, row.by].filter(Boolean).join(' · ')}</dd>
      </dl>
      <Strata strata={sheet.strata} />
      <DrawnRows sheet={sheet} />
      <DrawTools sheet={sheet} />
    </>
  );
}
