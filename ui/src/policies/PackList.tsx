import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findPacksQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { useDesk } from '../desk/desk';
import { codeText } from '../i18n/codes';
import { host } from '../platform';
import type { PackBrief } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useSettled } from '../shared/useSettled';
import { HolidayDialog } from './HolidayDialog';
import { type Group, groupsOf, isNear } from './groups';
import { packFilter } from './packFiles';
import styles from './PolicyPage.module.css';
import { stateText } from './stateText';

const REST_MS = 150;

type Props = { packs: PackBrief[]; shown: string | undefined; onChoose: (id: string) => void };

/** The packs: those that are followed first, then sector by sector; ↑↓ walk, ←→ fold. */
export function PackList({ packs, shown, onChoose }: Props) {
  const { t } = useTranslation();
  const { office } = useDesk();
  const [typed, setTyped] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(groupsOf(packs).map((group) => group.key).filter((key) => !isNear(key, office.sector))));
  const [isAsking, setAsking] = useState(false);
  const find = useSettled(typed.trim(), REST_MS);
  const { data: hits } = useQuery({ ...findPacksQueryOptions(find), enabled: find !== '' });
  const lines = new Map(hits?.map((hit) => [hit.id, hit.line]));
  const found = find === '' ? packs : packs.filter((pack) => lines.has(pack.id) || codeText('sector', pack.sector).includes(find));
  const groups = groupsOf(found);
  const toggle = (key: string, fold: boolean) => {
    const next = new Set(folded);
    if (fold) next.add(key);
    else next.delete(key);
    setFolded(next);
  };
  const importPack = useImportPack(onChoose);
  return (
    <section className={styles.list} aria-label={t('policies.list')}>
      <div className={styles.title}>
        <h1>{t('policies.title')}</h1>
        <small>{t('policies.count', { count: packs.length })}</small>
      </div>
      <input className={styles.find} type="search" aria-label={t('policies.find')} placeholder={t('policies.find')} data-testid="packs-find" value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => leadIn(event)} />
      <div className={styles.rows} data-testid="packs" onKeyDown={walk}>
        {groups.map((group) => (
          <Fold key={group.key} group={group} isOpen={find !== '' || !folded.has(group.key)} onToggle={(fold) => toggle(group.key, fold)}>
            {group.packs.map((pack) => (
              <PackItem key={pack.id} pack={pack} line={lines.get(pack.id) ?? ''} isOn={pack.id === shown} onChoose={() => onChoose(pack.id)} />
            ))}
          </Fold>
        ))}
        {groups.length === 0 && typed.trim() !== '' && <Empty text={t('policies.notFound', { find: typed.trim() })} />}
      </div>
      <div className={styles.foot}>
        <Button size="small" onClick={importPack.choose} loading={importPack.isPending} data-testid="pack-import">
          {t('policies.import')}
        </Button>
        <Button size="small" onClick={() => setAsking(true)} data-testid="holidays-open">
          {t('holidays.open')}
        </Button>
      </div>
      {isAsking && <HolidayDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

function useImportPack(onDone: (id: string) => void) {
  const write = useWrite('import_pack');
  const choose = async () => {
    const [path] = await host().chooseFiles([packFilter()]);
    if (!path) return;
    write.mutate({ path }, { onSuccess: (written) => {
      showDone(written.line);
      onDone(written.id);
    } });
  };
  return { choose: () => void choose(), isPending: write.isPending };
}

type FoldProps = { group: Group; isOpen: boolean; onToggle: (fold: boolean) => void; children: React.ReactNode };

function Fold({ group, isOpen, onToggle, children }: FoldProps) {
  const { t } = useTranslation();
  const named = ['followed', 'paused', 'own'].includes(group.key);
  const title = named ? t(`policies.group.${group.key as 'own'}`) : codeText('sector', group.key);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    onToggle(event.key === 'ArrowLeft');
  };
  return (
    <>
      <button type="button" className={styles.fold} aria-expanded={isOpen} data-row data-testid={`sector-${group.key}`} onClick={() => onToggle(isOpen)} onKeyDown={onKeyDown}>
        {isOpen ? '▾' : '▸'} {title} <span>{group.packs.length}</span>
      </button>
      {isOpen && children}
    </>
  );
}

function PackItem({ pack, line, isOn, onChoose }: { pack: PackBrief; line: string; isOn: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={styles.pack} aria-pressed={isOn} data-row data-testid={`pack-${pack.id}`} title={pack.title} onClick={onChoose}>
      <strong>{pack.title}</strong>
      <small data-state={pack.state}>{pack.state === 'off' ? pack.id : `${pack.id} · ${stateText(pack)}`}</small>
      {line !== '' && <small className={styles.hit}>{line}</small>}
    </button>
  );
}

/** ↑ and ↓ go from row to row, Home and End to the ends. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus();
}

/** From the search field, ↓ leads into the list. */
function leadIn(event: KeyboardEvent<HTMLInputElement>): void {
  if (isIme(event) || event.key !== 'ArrowDown') return;
  event.preventDefault();
  event.currentTarget.parentElement?.querySelector<HTMLElement>('[data-row]')?.focus();
}
