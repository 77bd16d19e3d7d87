/** `npm start`: what must be set before anything else is loaded. start.ts does the rest. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Code once compiled, and freed of its types, is kept for the next start. Where nothing can be written, it is not.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
await import('./start.ts');
