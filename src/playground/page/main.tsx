import { createRoot } from 'react-dom/client';
import { Shell } from './shell/shell.tsx';
import { connect } from './workspace/page.ts';

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no element with the id "page".');
connect();
createRoot(root).render(<Shell />);
