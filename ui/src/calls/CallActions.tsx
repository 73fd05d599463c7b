import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientBrief } from '../platform/bindings';
import { Kbd } from '../shared/Kbd';
import styles from './Calls.module.css';
import { AskDialog } from './AskDialog';
import { ContactDialog } from './ContactDialog';
import { useContactKey } from './useContactKey';

/** On the client's page: a contact that no task asked for, and a follow-up that no policy asks for. */
export function CallActions({ client }: { client: ClientBrief }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'contact' | 'ask' | null>(null);
  useContactKey(() => setOpen('contact'));
  const close = () => setOpen(null);
  return (
    <div className={styles.actions}>
      <Button data-testid="contact-open" onClick={() => setOpen('contact')}>
        {t('calls.contact.button')} <Kbd>{t('calls.key.contact')}</Kbd>
      </Button>
      <Button data-testid="ask-open" onClick={() => setOpen('ask')}>
        {t('calls.ask.button')}
      </Button>
      {open === 'contact' && <ContactDialog client={client.id} name={client.name} onClose={close} />}
      {open === 'ask' && <AskDialog client={client.id} name={client.name} onClose={close} />}
    </div>
  );
}
