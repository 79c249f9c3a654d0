/**
 * What can be wrong with a set-up, as data: which value, file or refusal means which fault, and
 * what to do about it.
 *
 * <p>Facts come from other rooms; this one judges them and prints nothing. Begin with {@link
 * aquila.doctor.SetupLadder}, the checks without a network, and {@link aquila.doctor.DoctorLadder},
 * those with one, each in order. A new fault of a field is a row in {@link aquila.doctor.TextRules}
 * or its sisters, one of all fields together in {@link aquila.doctor.FitRules}, one of the key in
 * {@code aquila.key.KeyTrouble}. A new refusal is a row of {@link aquila.doctor.TokenRemedies} or
 * {@link aquila.doctor.ApiRemedies}.
 */
package aquila.doctor;
