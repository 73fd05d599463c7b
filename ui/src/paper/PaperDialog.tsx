import { Button, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk';
import { asWireError, host, rpc } from '../platform';
import type { Commands, Printed, WireError } from '../platform/bindings';
import { ChipRow } from '../shared/ChipRow';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { openFile } from '../shared/openFile';
import styles from './PaperDialog.module.css';

type Printing = 'print_form' | 'print_blank_form' | 'print_card' | 'print_matter' | 'print_visits' | 'print_draw';
/** A command that prints, with what it prints. */
export type PrintWish = { [K in Printing]: { cmd: K; req: Omit<Commands[K]['req'], 'path'> } }[Printing];
/** One of the sheets that can be looked at. */
export type PaperSheet = { label: string; print: PrintWish };

type Props = { title: string; fileName: string; sheets: PaperSheet[]; onClose: () => void };

/** Runs a printing command: pictures of the pages without a path, a PDF at the path with one. */
async function run({ cmd, req }: PrintWish, path: string | null): Promise<Printed> {
  const answer = await rpc(cmd, { ...req, path } as never);
  return 'printed' in answer ? answer.printed : (answer as Printed);
}

/** The pages as they will be on paper: what is printed is set from the same pages. */
export function PaperDialog({ title, fileName, sheets, onClose }: Props) {
  const { t } = useTranslation();
  const { office } = useDesk();
  const [at, setAt] = useState(0);
  const { shown, error, fail } = usePages(sheets[at]!.print);
  const [isBusy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const file = `${[fileName, sheets.length > 1 ? sheets[at]!.label : ''].filter(Boolean).join(' ')}.pdf`;

  const write = async (path: string | null): Promise<string | null> => {
    if (path === null || isBusy) return null;
    setBusy(true);
    try {
      await run(sheets[at]!.print, path);
      return path;
    } catch (failure) {
      fail(asWireError(failure));
      return null;
    } finally {
      setBusy(false);
    }
  };
  const print = async () => {
    const place = await rpc('view_file', { name: file }).catch((failure: unknown) => fail(asWireError(failure)));
    const path = await write(place?.path ?? null);
    if (path === null) return;
    openFile(path);
    showDone(t('paper.opened'));
  };
  const save = async () => {
    const path = await write(await host().chooseSavePath(`${office.dir}/${file}`, [{ name: t('paper.pdf'), extensions: ['pdf'] }]));
    if (path !== null) showDone(t('paper.saved', { path }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || !event.ctrlKey) return;
    if (event.key.toLowerCase() === 'p') void print();
    else if (event.key.toLowerCase() === 's') void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Modal open title={title} onCancel={onClose} width="min(1060px, 94vw)" style={{ top: 24 }} footer={null}>
      <div className={styles.dialog} onKeyDown={onKeyDown}>
        {sheets.length > 1 && (
          <ChipRow label={t('paper.which')} testId="paper" chips={sheets.map((sheet, index) => ({ value: String(index), label: sheet.label }))} value={String(at)} onChange={(value) => setAt(Number(value))} />
        )}
        <div ref={box} className={styles.pages} tabIndex={0} role="document" aria-label={title} data-testid="paper-pages">
          {shown?.pages.map((page, index) => (
            <img key={index} src={pictureOf(page)} alt={t('paper.page', { page: index + 1, pages: shown.count })} data-testid="paper-page" />
          ))}
          {!shown && !error && <p className={styles.wait}>{t('paper.setting')}</p>}
        </div>
        {error && <Failed error={error} />}
        {shown?.missing && <p className={styles.missing}>{t('paper.missing', { characters: shown.missing })}</p>}
        <div className={styles.foot}>
          <span>{shown && t('paper.pages', { count: shown.count })}</span>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button onClick={() => void save()} disabled={!shown} data-testid="paper-save">
            {t('paper.saveAs')} <small>Ctrl S</small>
          </Button>
          <Button type="primary" onClick={() => void print()} loading={isBusy} disabled={!shown} data-testid="paper-print">
            {t('paper.print')} <small>Ctrl P</small>
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Letters are outlines in these pictures, so they need nothing of the page that shows them. */
function pictureOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The pictures of a sheet; while another is being set, none. */
function usePages(print: PrintWish) {
  const [set, setSet] = useState<{ wish: string; shown: Printed | null; error: WireError | null } | null>(null);
  const wish = JSON.stringify(print);
  useEffect(() => {
    let isWanted = true;
    const told = (shown: Printed | null, error: WireError | null) => isWanted && setSet({ wish, shown, error });
    run(JSON.parse(wish) as PrintWish, null).then(
      (shown) => told(shown, null),
      (failure: unknown) => told(null, asWireError(failure)),
    );
    return () => {
      isWanted = false;
    };
  }, [wish]);
  const current = set?.wish === wish ? set : null;
  return {
    shown: current?.shown ?? null,
    error: current?.error ?? null,
    fail: (error: WireError) => setSet({ wish, shown: current?.shown ?? null, error }),
  };
}
