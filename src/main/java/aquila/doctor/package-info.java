/**
 * What can be wrong with a set-up, as data: which words mean which fault, and where to click.
 *
 * <p>Facts come from other rooms; this one turns them into advice, and prints nothing. Begin with
 * {@link aquila.doctor.Remedies}; a new row of the failure catalogue is added in {@link
 * aquila.doctor.TokenRemedies} or {@link aquila.doctor.ApiRemedies}.
 */
package aquila.doctor;
