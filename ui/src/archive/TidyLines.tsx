import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToClient } from '../desk/route';
import { codeText } from '../i18n/codes';
import type { ClientBrief, Doubt, DuplicatePair } from '../platform/bindings';
import { maskPhone } from '../shared/mask';
import styles from './archive.module.css';
import { ClientDialog } from './ClientDialog';

function Who({ client }: { client: ClientBrief }) {
  return (
    <span>
      <button type="button" className={styles.link} onClick={() => goToClient(client.id)}>
        {client.name}
      </button>{' '}
      {[client.place, client.no, client.phone && maskPhone(client.phone)].filter(Boolean).join(' · ')}
    </span>
  );
}

/** Two clients who may be one. */
export function PairLine({ pair, onMerge, onAccept }: { pair: DuplicatePair; onMerge: () => void; onAccept: () => void }) {
  const { t } = useTranslation();
  return (
    <li className={styles.item} data-testid="pair">
      <span className={styles.kind}>▲ {pair.why[0]}</span>
      <div className={styles.pairRow}>
        <Who client={pair.a} />
        <span>⇄</span>
        <Who client={pair.b} />
      </div>
      <div>
        <Button type="primary" data-testid="pair-merge" onClick={onMerge}>
          {t('archive.mergeThem')}
        </Button>
        <Button data-testid="pair-accept" onClick={onAccept}>
          {t('archive.notSame')}
        </Button>
      </div>
    </li>
  );
}

/** Something doubtful: open it, merge, or say that it is in order. */
export function DoubtLine({ doubt, onMerge, onAccept }: { doubt: Doubt; onMerge: (a: string, b: string) => void; onAccept: () => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [first, second] = doubt.clients;
  return (
    <li className={styles.item} data-testid="doubt">
      <span className={styles.kind}>▲ {codeText('doubt', doubt.kind)}</span>
      <div>
        {doubt.text}
        <div className={styles.who}>
          {doubt.clients.slice(0, 4).map((client) => (
            <Who key={client.id} client={client} />
          ))}
        </div>
      </div>
      <div>
        {first && !second && (
          <Button data-testid="doubt-edit" onClick={() => setOpen(true)}>
            {t('archive.mend')}
          </Button>
        )}
        {first && second && (
          <Button data-testid="doubt-merge" onClick={() => onMerge(first.id, second.id)}>
            {t('archive.mergeThem')}
          </Button>
        )}
        <Button data-testid="doubt-accept" onClick={onAccept}>
          {t('archive.accept')}
        </Button>
      </div>
      {isOpen && first && <ClientDialog client={first.id} onClose={() => setOpen(false)} />}
    </li>
  );
}
