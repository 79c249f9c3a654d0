@echo off
rem Starts Aquila with the Java of JAVA_HOME, or of the PATH: 17 or newer.
setlocal
set "AQUILA_LIB=%~dp0..\lib"
set "AQUILA_JVM=java"
if defined JAVA_HOME set "AQUILA_JVM=%JAVA_HOME%\bin\java"
"%AQUILA_JVM%" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -cp "%AQUILA_LIB%\aquila.jar" aquila.Main %*
exit /b %ERRORLEVEL%
