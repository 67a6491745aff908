/** A program of its own that makes a new database (argument: its folder) and takes its 300 MB with it when it ends. */
import { createFolder } from './postgres.js'

await createFolder(process.argv[2] ?? '')
