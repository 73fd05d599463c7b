import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawPreviewQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { useDesk } from '../desk/desk';
import { asWireError } from '../platform';
import type { DrawPreview } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import styles from './Draw.module.css';
import { useWork } from './state';
import { Strata } from './Strata';

/** Before a draw: who would be drawn from, how many; then somebody draws. */
export function DrawDialog({ task }: { task: string }) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const { close, showDraw } = useWork();
  const client = useQueryClient();
  const preview = useQuery(drawPreviewQueryOptions(task));
  const draw = useWrite('draw', { failureShownHere: true });
  const [isAgreed, setAgreed] = useState(false);
  const [seed, setSeed] = useState('');
  const form = useDialogForm();
  const frame = preview.data;
  const canDraw = frame !== undefined && (!isAgreed || seed.trim() !== '');

  const confirm = () => {
    if (!canDraw || draw.isPending) return;
    draw.mutate(
      { task, hash: frame.hash, seed: isAgreed ? seed.trim() : null },
      {
        onSuccess: (written) => {
          showDone(written.line);
          showDraw(written.draw);
        },
        // Whoever came in meanwhile is seen before the next try.
        onError: () => void client.invalidateQueries({ queryKey: drawPreviewQueryOptions(task).queryKey }),
      },
    );
  };
  const error = draw.error ?? (preview.error ? asWireError(preview.error) : null);
  return (
    <Modal
      open
      title={frame ? t('work.drawOf', { title: frame.about.title }) : t('work.draw')}
      okText={frame ? t('work.drawNow', { count: frame.take }) : t('work.draw')}
      cancelText={t('common.cancel')}
      onOk={confirm}
      onCancel={close}
      okButtonProps={{ loading: draw.isPending, disabled: !canDraw, id: 'draw-ok' }}
      width={560}
    >
      <div
        ref={form}
        className={styles.form}
        data-testid="draw"
        onKeyDown={(event) => {
          if (isIme(event) || !event.ctrlKey || event.key !== 'Enter') return;
          event.preventDefault();
          confirm();
        }}
      >
        {preview.isPending && <p className={styles.quiet}>{t('common.loading')}</p>}
        {frame && <Frame frame={frame} />}
        <Field label={t('work.seedFrom')} question="seed">
          <label className={styles.check}>
            <input type="checkbox" checked={isAgreed} data-testid="draw-agreed" onChange={(event) => setAgreed(event.target.checked)} />
            {t('work.agreed')}
          </label>
          {isAgreed ? (
            <input className={fields.input} aria-label={t('work.seed')} placeholder={t('work.seedExample')} data-testid="draw-seed" value={seed} onChange={(event) => setSeed(event.target.value)} />
          ) : (
            <p className={styles.quiet}>{t('work.seedSystem')}</p>
          )}
        </Field>
        {me === null && <p className={styles.warn}>{t('sheet.nobodyWorks')}</p>}
        {error && <Failed error={error} />}
      </div>
    </Modal>
  );
}

function Frame({ frame }: { frame: DrawPreview }) {
  const { t } = useTranslation();
  const { about } = frame;
  return (
    <>
      <p className={styles.words} data-selectable>
        {about.words}
        <small>{about.clauses.map((clause) => `${clause.id} ${clause.policy}`).join(t('common.comma'))}</small>
      </p>
      <dl className={styles.facts}>
        <dt>{t('work.period')}</dt>
        <dd>{about.period}</dd>
        {about.stretch && (
          <>
            <dt>{t('work.stretch')}</dt>
            <dd>{about.stretch}</dd>
          </>
        )}
        <dt>{t('work.population')}</dt>
        <dd>
          <b data-testid="draw-population">{t('work.units', { count: frame.population })}</b>
          <small className={styles.code} title={t('work.hashMeans')}>{t('work.hash', { hash: frame.hash })}</small>
        </dd>
        <dt>{t('work.take')}</dt>
        <dd>
          <b data-testid="draw-take">{t('work.units', { count: frame.take })}</b>
        </dd>
      </dl>
      <Strata strata={frame.strata} />
      {frame.population === 0 && <p className={styles.warn}>{t('work.nobody')}</p>}
    </>
  );
}
