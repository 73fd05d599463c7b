import { PinDialog } from '../lock/PinDialog';
import { SwitchDialog } from '../lock/SwitchDialog';
import { useDesk } from './desk';
import { useDialogs } from './dialogs';
import { KeysDialog } from './KeysDialog';
import { SettingsDialog } from './SettingsDialog';

/** The dialogs that belong to no page. */
export function DeskDialogs() {
  const { open, close } = useDialogs();
  const { me, lock } = useDesk();
  switch (open?.kind) {
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'pin':
      return me && <PinDialog hasPin={lock.pins.includes(me.id)} onClose={close} />;
    case 'switch':
      return <SwitchDialog person={open.to} onClose={close} />;
    case undefined:
      return null;
  }
}
