/**
 * A Salesforce org on loopback: for the demo, for Aquila's tests, and for the tests of its users.
 *
 * <p>It is strict where the real one is strict, and its refusals come from the same causes; it
 * knows nothing of Aquila's own client, its configuration or its files. Begin with {@link
 * aquila.simulator.SimulatedOrg}, then {@link aquila.simulator.TokenEndpoint}; the ways in which it
 * can fail are listed in {@link aquila.simulator.Scenarios}.
 */
package aquila.simulator;
