/** The permissions the bot asks a workspace for, each with what needs it; manifest.json names the same ones. */

export const scopes = {
  'app_mentions:read': 'mentions',
  'channels:history': 'resending',
  'channels:join': 'joining',
  'channels:read': 'channels',
  'chat:write': 'messages',
  commands: 'commands',
  'files:read': 'pictures',
  'files:write': 'pictures',
  'groups:history': 'resending',
  'groups:read': 'channels',
  'im:history': 'conversations',
  'im:write': 'conversations',
  'mpim:history': 'resending',
  'usergroups:read': 'groups',
  'users:read': 'people',
  'users:read.email': 'people',
} as const
