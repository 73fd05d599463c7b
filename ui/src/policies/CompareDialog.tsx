import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comparePacksQueryOptions, packListQueryOptions } from '../api/queries';
import { codeText } from '../i18n/codes';
import { asWireError } from '../platform';
import type { CompareRow, PackBrief, Piece } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import styles from './CompareDialog.module.css';

const STATES = ['differs', 'left', 'right', 'same'] as const;
type State = (typeof STATES)[number];

/** Two packs side by side, in words; what differs comes first. */
export function CompareDialog({ brief, onClose }: { brief: PackBrief; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: packs = [] } = useQuery(packListQueryOptions());
  const others = packs.filter((pack) => pack.id !== brief.id || pack.state !== 'off');
  const [other, setOther] = useState(() => brief.copied_from ?? undefined);
  const against = other ?? others.find((pack) => pack.id !== brief.id && pack.sector === brief.sector)?.id;
  return (
    <Modal open title={t('policies.compareTitle')} footer={null} onCancel={onClose} width={1080}>
      <div className={styles.box} data-testid="compare">
        <div className={styles.pick}>
          <div className={styles.side}>
            <strong>{brief.title}</strong> <small>{brief.id}</small>
          </div>
          <Select
            aria-label={t('policies.compareWith')}
            data-testid="compare-with"
            showSearch={{ optionFilterProp: 'label' }}
            value={against}
            onChange={setOther}
            placeholder={t('policies.compareWith')}
            options={others.map((pack) => ({ value: pack.id, label: pack.id === brief.id ? t('policies.onShelf', { title: pack.title }) : `${pack.title} ${pack.id}` }))}
          />
        </div>
        {against === undefined ? <Empty text={t('policies.compareNothing')} /> : <Compared brief={brief} other={packs.find((pack) => pack.id === against)} id={against} />}
      </div>
    </Modal>
  );
}

/** Against itself, a pack is compared as it is followed with how it stands on the shelf. */
function Compared({ brief, other, id }: { brief: PackBrief; other: PackBrief | undefined; id: string }) {
  const { t } = useTranslation();
  const wish = { left: brief.id, left_enabled: brief.state !== 'off', right: id, right_enabled: id !== brief.id && other?.state !== 'off' };
  const { data, error } = useQuery(comparePacksQueryOptions(wish));
  const [states, setStates] = useState<readonly State[]>(['differs', 'left', 'right']);
  if (error) return <Failed error={asWireError(error)} />;
  if (!data) return <p>{t('common.loading')}</p>;
  const counts: Record<State, number> = { differs: data.differs, left: data.only_left, right: data.only_right, same: data.same };
  const rows = data.rows.filter((row) => states.includes(row.state as State));
  const toggle = (state: State) => setStates(states.includes(state) ? states.filter((kept) => kept !== state) : [...states, state]);
  return (
    <>
      <div className={styles.filters}>
        {STATES.map((state) => (
          <button key={state} type="button" className={styles.filter} aria-pressed={states.includes(state)} data-testid={`compare-${state}`} onClick={() => toggle(state)}>
            {t(`policies.compared.${state}`)} {counts[state]}
          </button>
        ))}
      </div>
      <div className={styles.rows} tabIndex={0} role="region" aria-label={t('policies.compareTitle')}>
        {rows.length === 0 && <Empty text={t(data.differs + data.only_left + data.only_right === 0 ? 'policies.comparedSame' : 'policies.comparedNone')} />}
        {rows.map((row, index) => (
          <Row key={`${row.kind}/${row.title}/${index}`} row={row} kind={row.kind === rows[index - 1]?.kind ? null : row.kind} />
        ))}
      </div>
    </>
  );
}

function Row({ row, kind }: { row: CompareRow; kind: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      {kind && <h4 className={styles.kind}>{codeText('packPart', kind)}</h4>}
      <div className={styles.row} data-state={row.state} data-testid="compare-row">
        <Said pieces={row.left} marks={row.state === 'differs'} />
        <Said pieces={row.right} marks={row.state === 'differs'} />
        {row.silently && <span className={styles.silently}>{t('policies.comparedSilently')}</span>}
      </div>
    </>
  );
}

function Said({ pieces, marks }: { pieces: Piece[]; marks: boolean }) {
  const { t } = useTranslation();
  if (pieces.length === 0) return <p className={styles.none}>{t('policies.comparedMissing')}</p>;
  return (
    <p>
      {pieces.map((piece, index) => (
        <span key={index} data-same={!marks || piece.same}>
          {piece.text}
        </span>
      ))}
    </p>
  );
}
