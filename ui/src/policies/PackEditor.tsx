import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkPackQueryOptions, packSourceQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { asWireError } from '../platform';
import type { PackBrief, PackCheck, PackFault } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useSettled } from '../shared/useSettled';
import { dropDraft, keepDraft, keptDraft } from './packDrafts';
import styles from './PackEditor.module.css';

const REST_MS = 400;

/** The text of a pack of the office's own. What is wrong with it is said while it is being written. */
export function PackEditor({ brief, onClose }: { brief: PackBrief; onClose: () => void }) {
  const { data, error } = useQuery(packSourceQueryOptions(brief.id));
  if (error) return <Failed error={asWireError(error)} />;
  return data ? <Editing key={data.id} brief={brief} saved={data.text} onClose={onClose} /> : null;
}

function Editing({ brief, saved, onClose }: { brief: PackBrief; saved: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => keptDraft(brief.id) ?? saved);
  const [drops, setDrops] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const settled = useSettled(text, REST_MS);
  const { data: check, error } = useQuery(checkPackQueryOptions(brief.id, settled));
  const save = useWrite('save_pack', { failureShownHere: true });
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  useEffect(() => (settled === saved ? dropDraft(brief.id) : keepDraft(brief.id, settled)), [brief.id, settled, saved]);
  const isChecked = settled === text && check !== undefined;
  const canSave = isChecked && check.problems.length === 0 && (check.stories.length === 0 || drops) && text !== saved;
  const run = () => {
    if (!canSave || save.isPending) return;
    save.mutate({ id: brief.id, text, drop_stories: drops }, { onSuccess: (written) => {
      dropDraft(brief.id);
      showDone(written.line);
      onClose();
    } });
  };
  const leave = () => {
    dropDraft(brief.id);
    onClose();
  };
  return (
    <section
      className={styles.box}
      data-testid="pack-editor"
      onKeyDown={(event) => {
        if (!isIme(event) && event.ctrlKey && event.key === 'Enter') run();
      }}
    >
      <div className={styles.head}>
        <h2>{t('policies.editOf', { title: brief.title })}</h2>
        <small>{t('policies.editAbout')}</small>
      </div>
      <Code text={text} onChange={setText} area={area} faults={isChecked ? check.problems : []} />
      <div className={styles.foot}>
        {error ? <Failed error={asWireError(error)} /> : isChecked ? <Faults check={check} onGo={(fault) => goTo(area.current, text, fault)} /> : <span className={styles.story}>{t('policies.checking')}</span>}
        {isChecked && check.problems.length === 0 && check.stories.length > 0 && (
          <Checkbox checked={drops} onChange={(event) => setDrops(event.target.checked)} data-testid="drop-stories">
            {t('policies.dropStories')}
          </Checkbox>
        )}
        {save.error && <Failed error={save.error} />}
        <div className={styles.buttons}>
          <Button onClick={leave}>{t(text === saved ? 'common.back' : 'policies.leaveEdit')}</Button>
          <Button type="primary" onClick={run} disabled={!canSave} loading={save.isPending} data-testid="pack-save">
            {t('policies.save')}
          </Button>
        </div>
      </div>
    </section>
  );
}

type CodeProps = { text: string; onChange: (text: string) => void; area: RefObject<HTMLTextAreaElement | null>; faults: PackFault[] };

/** The text with its line numbers, which scroll along. */
function Code({ text, onChange, area, faults }: CodeProps) {
  const { t } = useTranslation();
  const numbers = useRef<HTMLDivElement>(null);
  const wrong = new Set(faults.map((fault) => fault.line));
  const lines = Math.max(1, text.split('\n').length);
  return (
    <div className={styles.code}>
      <div ref={numbers} className={styles.numbers} aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <span key={index} data-fault={wrong.has(index + 1)}>
            {index + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        className={styles.text}
        aria-label={t('policies.packText')}
        data-testid="pack-source"
        spellCheck={false}
        wrap="off"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

function Faults({ check, onGo }: { check: PackCheck; onGo: (fault: PackFault) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.faults} role="region" aria-live="polite" aria-label={t('policies.faults')} data-testid="faults">
      {check.problems.length === 0 && check.stories.length === 0 && <span className={styles.ok}>✓ {t('policies.noFaults')}</span>}
      {check.problems.map((fault, index) => (
        <button key={index} type="button" className={styles.fault} data-testid="fault" onClick={() => onGo(fault)}>
          <b>{t('policies.faultPlace', { line: fault.line, column: fault.column })}</b>
          {fault.expected}
          {fault.found && t('policies.faultFound', { found: fault.found })}
        </button>
      ))}
      {check.stories.map((story) => (
        <span key={story} className={styles.story}>
          {story}
        </span>
      ))}
    </div>
  );
}

/** Puts the cursor where the mistake is. Columns are counted in characters, the field counts in code units. */
function goTo(area: HTMLTextAreaElement | null, text: string, fault: PackFault): void {
  if (!area) return;
  const lines = text.split('\n');
  const before = lines.slice(0, fault.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const column = [...(lines[fault.line - 1] ?? '')].slice(0, fault.column - 1).join('').length;
  area.focus();
  area.setSelectionRange(before + column, before + column);
  area.scrollTop = Math.max(0, (fault.line - 6) * 20);
}
