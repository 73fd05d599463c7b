import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperDialog } from '../paper/PaperDialog';
import type { ClientBrief } from '../platform/bindings';
import { ClientDialog } from '../archive/ClientDialog';
import { ActionMenu } from '../shared/ActionMenu';
import { isIme } from '../shared/ime';
import { Kbd } from '../shared/Kbd';
import { isCovered } from '../shared/overlays';
import { type Act, DecideDialog } from '../worklist/DecideDialog';
import { ClassDialog } from './ClassDialog';

const ACTS: Act[] = ['pause', 'resume', 'do_not_contact'];

/** What a person may decide about a client. */
export function ClientActions({ client }: { client: ClientBrief }) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const [setsClass, setSetsClass] = useState(false);
  const [isEdited, setEdited] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isIme(event) || event.key !== 'F2' || isCovered()) return;
      event.preventDefault();
      setEdited(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const [isPrinting, setPrinting] = useState(false);
  const items = [
    { key: 'class', label: <span data-testid="set-class">{t('clients.setClass')}…</span>, onClick: () => setSetsClass(true) },
    { type: 'divider' as const },
    ...ACTS.map((key) => ({
      key,
      label: <span data-testid={`decide-${key}`}>{t(`decide.${key}`)}…</span>,
      onClick: () => setAct(key),
    })),
  ];
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <Button data-testid="client-edit" onClick={() => setEdited(true)}>
        {t('archive.editShort')} <Kbd>F2</Kbd>
      </Button>
      <Button onClick={() => setPrinting(true)} data-testid="print-card">
        {t('paper.card')}
      </Button>
      <ActionMenu items={items} placement="bottomLeft">
        <Button data-testid="client-menu">{t('clients.actions')} ⋯</Button>
      </ActionMenu>
      {act && <DecideDialog act={act} client={client.id} name={client.name} onClose={() => setAct(null)} />}
      {isEdited && <ClientDialog client={client.id} onClose={() => setEdited(false)} />}
      {isPrinting && (
        <PaperDialog
          title={t('paper.cardOf', { name: client.name })}
          fileName={t('paper.cardOf', { name: client.name })}
          sheets={[{ label: t('paper.card'), print: { cmd: 'print_card', req: { client: client.id } } }]}
          onClose={() => setPrinting(false)}
        />
      )}
      {setsClass && <ClassDialog client={client} onClose={() => setSetsClass(false)} />}
    </div>
  );
}
