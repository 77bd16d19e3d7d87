/** The page's side of page-api.ts. */
import type {
  AutocompleteResponse,
  CommandRequest,
  ComponentRequest,
  DeleteRequest,
  Event,
  MenuRequest,
  MessagesQuery,
  ModalRequest,
  Refusal,
  SendRequest,
  Shown,
  Started,
  State,
} from '../page-api.ts';

/** What the server refused, in a sentence for people. */
export class RefusedError extends Error {
  readonly code: number;
  constructor({ code, message }: Refusal) {
    super(message);
    this.name = 'RefusedError';
    this.code = code;
  }
}

export const api = {
  state: (user?: string): Promise<State> => get('state', user ? { user } : {}),
  messages: (query: MessagesQuery): Promise<Shown[]> => get('messages', { ...query }),
  send: (request: SendRequest): Promise<Shown> => post('send', request),
  command: (request: CommandRequest): Promise<Started> => post('command', request),
  autocomplete: (request: CommandRequest): Promise<AutocompleteResponse> => post('autocomplete', request),
  menu: (request: MenuRequest): Promise<Started> => post('menu', request),
  component: (request: ComponentRequest): Promise<Started> => post('component', request),
  modal: (request: ModalRequest): Promise<Started> => post('modal', request),
  delete: (request: DeleteRequest): Promise<unknown> => post('delete', request),
};

/** Hears what happens for one user until `close` of the result is called. The browser connects again by itself. */
export function listen(user: string, heard: (event: Event) => void, connected: (yes: boolean) => void): EventSource {
  const source = new EventSource(`/local/events?${new URLSearchParams({ user })}`);
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  source.onmessage = ({ data }) => heard(JSON.parse(data));
  return source;
}

const get = async <T>(path: string, query: Record<string, string>): Promise<T> =>
  read(await fetch(`/local/${path}?${new URLSearchParams(query)}`));

const post = async <T>(path: string, body: object): Promise<T> =>
  read(
    await fetch(`/local/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

async function read<T>(response: Response): Promise<T> {
  if (response.ok) return response.json();
  const refusal = await response
    .json()
    .catch(() => ({ code: 0, message: `${response.status} ${response.statusText}` }));
  throw new RefusedError(refusal);
}
