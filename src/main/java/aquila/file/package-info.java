/**
 * Files as Aquila wants them: read with a limit, written whole or not at all, for the owner's eyes.
 *
 * <p>Knows nothing of what is in them; its exceptions are {@code IOException}s that the caller
 * translates into a failure of its own kind. Begin with {@link aquila.file.AtomicFile}.
 */
package aquila.file;
