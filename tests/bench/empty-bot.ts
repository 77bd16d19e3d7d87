/** What the bot is compared to: discord.js with the same intents, and one command that always answers the same. */
import { Client, GatewayIntentBits } from 'discord.js';

const { DISCORD_API_URL: api = '', DISCORD_TOKEN: token = '' } = process.env;
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api },
});
client.on('interactionCreate', async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply('The same to everyone.');
});
client.once('clientReady', async ({ application }) => {
  const question = { type: 3, name: 'question', description: 'A question', required: true };
  await application.commands.set([{ name: 'ask', description: 'Asks', options: [question] }]);
});
process.on('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(token);
