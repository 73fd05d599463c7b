import { createRoot } from 'react-dom/client';
import './app.css';
import { startTexts } from './i18n';
import { startPlatform } from './platform';
import { App } from './views/App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
startTexts();
await startPlatform();
createRoot(root).render(<App />);
