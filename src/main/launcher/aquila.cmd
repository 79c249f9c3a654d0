@echo off
rem Starts Aquila with the Java of AQUILA_JAVA, of JAVA_HOME, or of the PATH: 17 or newer.
setlocal
set "AQUILA_LIB=%~dp0..\lib"
set "AQUILA_JVM=java"
if defined JAVA_HOME set "AQUILA_JVM=%JAVA_HOME%\bin\java"
if defined AQUILA_JAVA set "AQUILA_JVM=%AQUILA_JAVA%"
"%AQUILA_JVM%" -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC -XX:-UsePerfData -Xmx200m -Dfile.encoding=UTF-8 -cp "%AQUILA_LIB%\aquila.jar" aquila.Main %*
exit /b %ERRORLEVEL%
