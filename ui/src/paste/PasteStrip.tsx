import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { previewPasteQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { codesOf, fieldText } from '../i18n/codes';
import { asWireError } from '../platform';
import type { PastePreview, PasteRows } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { PastedLine } from './PastedLine';
import styles from './PasteStrip.module.css';
import { usePaste } from './state';

/** Rows pasted out of a spreadsheet: how their columns are read, what is wrong, who is known already. Written only by 导入. */
export function PasteStrip() {
  const { t } = useTranslation();
  const { text, titles, mapping, choices, end } = usePaste();
  const wish: PasteRows = { text: text ?? '', titles, mapping, choices };
  const { data, error, isPending } = useQuery({ ...previewPasteQueryOptions(wish), placeholderData: keepPreviousData });
  const run = useRunPaste(wish);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const goes = (data?.created ?? 0) + (data?.updated ?? 0);
  return (
    <section
      ref={box}
      className={styles.strip}
      aria-label={t('paste.title')}
      data-testid="paste-strip"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (isIme(event)) return;
        if (event.key === 'Escape') end();
        else if (event.key === 'Enter' && event.ctrlKey && goes > 0) run.go();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <header>
        <h2>{t('paste.title')}</h2>
        {data && <Counts data={data} />}
        <i />
        <Button onClick={end} data-testid="paste-cancel">
          {t('paste.cancel')} <kbd>Esc</kbd>
        </Button>
        <Button type="primary" disabled={goes === 0} loading={run.isPending} onClick={run.go} data-testid="paste-run">
          {goes === 0 ? t('paste.nothing') : t('paste.run', { count: goes })} <kbd>Ctrl ↵</kbd>
        </Button>
      </header>
      {error && <Failed error={asWireError(error)} />}
      {run.error && <Failed error={run.error} />}
      {isPending && <p className={styles.about}>{t('paste.looking')}</p>}
      {data && <PasteTable data={data} />}
    </section>
  );
}

function useRunPaste(wish: PasteRows) {
  const { t } = useTranslation();
  const write = useWrite('paste_clients', { failureShownHere: true });
  const undo = useWrite('undo_import');
  const go = () =>
    write.mutate(wish, {
      onSuccess: (done) => {
        usePaste.getState().end();
        const taken = done.import;
        const text = t('paste.done', { created: done.created, updated: done.updated, tasks: done.new_tasks });
        showDone(text, taken === null ? undefined : () => undo.mutate({ import: taken, force: false }, { onSuccess: (answer) => showDone(t('imports.undoneLine', { count: answer.undone })) }));
      },
    });
  return { go, isPending: write.isPending, error: write.error };
}

function Counts({ data }: { data: PastePreview }) {
  const { t } = useTranslation();
  const doubts = data.rows.filter((row) => row.cells.some((cell) => cell.doubt !== null)).length;
  return (
    <p className={styles.counts} data-testid="paste-counts">
      <span>✚ {t('imports.created')} {data.created}</span>
      <span>⇄ {t('paste.merged')} {data.updated}</span>
      <span>= {t('imports.unchanged')} {data.unchanged}</span>
      {data.rejected > 0 && <strong>✕ {t('imports.rejected')} {data.rejected}</strong>}
      {doubts > 0 && <em>▲ {t('paste.doubtful', { count: doubts })}</em>}
    </p>
  );
}

function PasteTable({ data }: { data: PastePreview }) {
  const { t } = useTranslation();
  const { titles, mapping, map, setTitles } = usePaste();
  const isGuessed = data.titles.length > 0;
  const codes = codesOf('field').map((choice) => choice.value);
  return (
    <>
      {isGuessed && <p className={styles.about}>{t('paste.guessed')}</p>}
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="paste-table">
          <thead>
            <tr>
              <th>{t('paste.row')}</th>
              <th>{t('paste.becomes')}</th>
              {data.columns.map((column) => {
                const values = [...new Set([...(column.value === '' ? [''] : [column.value]), ...codes])];
                return (
                  <th key={column.label}>
                    <span>{column.label}</span>
                    <Select
                      aria-label={`${column.label} ${t('imports.columnField')}`}
                      data-testid={`paste-field-${column.label}`}
                      style={{ width: '100%', minWidth: 104 }}
                      value={mapping[column.label] ?? column.value}
                      onChange={(field: string) => {
                        // Guessed titles are kept, so that what was chosen stays with its column.
                        if (isGuessed && titles.length === 0) setTitles(data.titles);
                        map(column.label, field);
                      }}
                      showSearch={{ optionFilterProp: 'label' }}
                      popupMatchSelectWidth={false}
                      options={values.map((value) => ({ value, label: value === '' ? t('imports.columnKept') : fieldText(value) }))}
                    />
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <PastedLine key={row.row} row={row} shift={isGuessed ? 1 : 0} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
