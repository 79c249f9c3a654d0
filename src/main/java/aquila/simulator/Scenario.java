package aquila.simulator;

import java.util.function.UnaryOperator;

/**
 * One way in which a set-up can be wrong, or an org out of order.
 *
 * @param id what a diagnosis of it is called, for example {@code token.user-not-approved}
 * @param row the row of the failure catalogue, for example {@code T1}; several may share one
 * @param title one line for people
 * @param change what it changes in a good set-up
 */
public record Scenario(String id, String row, String title, UnaryOperator<OrgSetup> change) {}
